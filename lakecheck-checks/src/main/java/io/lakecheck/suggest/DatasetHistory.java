// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.PartRule;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * The recent partitions of a dataset.
 *
 * @param found the folders or files that form the dataset
 * @param marker the marker that was read as such, as written in a suite; empty if there seems to be none
 * @param shared the marker that all partitions share; empty if there seems to be none
 * @param parts the parts that were counted; empty if there seem to be none
 * @param partitions the partitions whose period has ended and that contain data or a marker, oldest first
 * @param growing the number of known partitions whose period has not ended
 */
record DatasetHistory(
        FoundDataset found,
        Optional<String> marker,
        Optional<SharedMarker> shared,
        Optional<PartRule> parts,
        List<PastPartition> partitions,
        long growing) {

    /** The share of the partitions that must be complete early to be named after the time at which a job ran. */
    private static final double MIN_SHARE = 0.9;

    private static final int MIN_PARTITIONS = 3;

    /**
     * Returns by how many periods the dates in most names are later than those of the data: 1 if they seem to be those
     * on which a job ran, more if they are in the future at that time, and 0 if they are those of the data.
     */
    long lead() {
        List<Long> leads = partitions.stream().map(PastPartition::lead).sorted().toList();
        if (layout().template().indexOf('+') >= 0) {
            return 0;
        }
        return areMost(leads, lead -> lead > 1)
                ? leads.get((int) (MIN_SHARE * (leads.size() - 1)))
                : areMost(leads, lead -> lead == 1) ? 1 : 0;
    }

    private static boolean areMost(List<Long> leads, LongPredicate condition) {
        long count = leads.stream().mapToLong(Long::longValue).filter(condition).count();
        return count >= MIN_PARTITIONS && count >= MIN_SHARE * leads.size();
    }

    /** Returns the newest folder if all periods from now until its own have one, as those of forecasts do. */
    Optional<String> future() {
        if (growing < 2 || partitions.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDateTime> times = found.times();
        LocalDateTime first = times.get(Math.toIntExact(times.size() - growing));
        LocalDateTime newest = times.get(times.size() - 1);
        Span last = partitions.get(partitions.size() - 1).span();
        return Optional.of(newest)
                .filter(end -> period().count(first, end) == growing - 1)
                .map(end -> label(last.step(period().count(last.from(), end))));
    }

    /** Returns the history with other partitions. */
    DatasetHistory with(List<PastPartition> others) {
        return new DatasetHistory(found, marker, shared, parts, others, growing);
    }

    FolderLayout layout() {
        return found.layout();
    }

    Period period() {
        return layout().period();
    }

    /** Returns a number of periods as text, such as {@code 31 days}. */
    String periods(long count) {
        return Display.count(count, period().toString());
    }

    /** Returns the label of the partition of a span, safe to print. */
    String label(Span span) {
        return Display.visible(layout().location().at(span).label());
    }
}
