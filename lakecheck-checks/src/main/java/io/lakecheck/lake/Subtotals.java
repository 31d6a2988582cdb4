// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.value.Display;
import io.lakecheck.value.Utf8Order;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The statistics of some of the data objects in a partition.
 *
 * @param timely the objects that were written by each cutoff of the dataset, earliest first
 * @param parts the parts by name, in key order; empty unless the dataset has parts
 * @param runs the runs in key order; empty unless each run is checked
 */
public record Subtotals(List<TimelyData> timely, SortedMap<String, PartStats> parts, List<RunStats> runs) {

    /** The maximum number of parts, so that the size of a snapshot is limited. */
    static final int MOST_PARTS = 1000;

    /** No cutoffs, no parts and no runs. */
    public static final Subtotals NONE = new Subtotals(List.of(), Collections.emptySortedMap());

    public Subtotals {
        timely = List.copyOf(timely);
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        runs = List.copyOf(runs);
    }

    /** Creates subtotals without runs. */
    public Subtotals(List<TimelyData> timely, SortedMap<String, PartStats> parts) {
        this(timely, parts, List.of());
    }

    Subtotals with(List<RunStats> all) {
        return new Subtotals(timely, parts, all);
    }

    /** Adds up the statistics of a stream of objects. Not thread-safe. */
    static final class Builder {

        private final List<TimelyData.Builder> timely;
        private final SortedMap<String, PartStats> parts = new TreeMap<>(Utf8Order.BYTES);

        /** @param cutoffs the cutoffs; for each one, the objects written before it are added up */
        Builder(List<Instant> cutoffs) {
            timely = cutoffs.stream().map(TimelyData.Builder::new).toList();
        }

        void add(LakeObject object) {
            for (TimelyData.Builder each : timely) {
                each.add(object);
            }
        }

        /**
         * Adds an object or a marker to a part.
         *
         * @throws ArithmeticException if the total size overflows
         * @throws LakeException if there are too many parts
         */
        void addToPart(String name, PartStats more) {
            parts.merge(name, more, PartStats::plus);
            if (parts.size() > MOST_PARTS) {
                throw new LakeException(
                        LakeException.Reason.PARTS,
                        "there are more than " + MOST_PARTS + " parts such as " + Display.visible(name)
                                + ". Set parts to a key with fewer values");
            }
        }

        /**
         * Adds the objects of another builder with the same cutoffs, which follow those of this builder in key order.
         */
        void addAll(Builder other) {
            for (int i = 0; i < timely.size(); i++) {
                timely.get(i).addAll(other.timely.get(i));
            }
            for (Map.Entry<String, PartStats> part : other.parts.entrySet()) {
                addToPart(part.getKey(), part.getValue());
            }
        }

        Subtotals build() {
            return timely.isEmpty() && parts.isEmpty()
                    ? NONE
                    : new Subtotals(
                            timely.stream().map(TimelyData.Builder::build).toList(), parts);
        }
    }
}
