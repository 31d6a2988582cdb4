// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Evidence;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.SnapshotBuilder;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** Daily partitions with made-up sizes, without a lake. The partitions of the two years before them are absent. */
public final class MadeUpHistory {

    private static final Instant LATER = Instant.parse("2040-01-01T00:00:00Z");
    private static final int YEARS = 2;

    private final Dataset dataset;
    private final Map<Partition, Observation> found;

    private MadeUpHistory(Dataset dataset, Map<Partition, Observation> found) {
        this.dataset = dataset;
        this.found = Map.copyOf(found);
    }

    /** @param bytes returns the size of a day, numbered from 0, the first day; 0 for an absent partition */
    public static MadeUpHistory daily(LocalDate first, int last, IntToLongFunction bytes) {
        return daily(Datasets.daily(DeltaCheck.DEFAULT), first, last, bytes);
    }

    public static MadeUpHistory daily(Dataset dataset, LocalDate first, int last, IntToLongFunction bytes) {
        Map<Partition, Observation> found = new HashMap<>();
        for (int day = -YEARS * 366; day <= last; day++) {
            Partition partition = partition(dataset, first.plusDays(day).atStartOfDay());
            found.put(partition, snapshot(dataset, partition, day < 0 ? 0 : bytes.applyAsLong(day)));
        }
        return new MadeUpHistory(dataset, found);
    }

    /** Returns the evidence for a day. It includes all other days, even later ones. */
    public Evidence at(LocalDate day) {
        return new Evidence(dataset, partition(dataset, day.atStartOfDay()), LATER, found, Map.of());
    }

    static Partition partition(Dataset dataset, LocalDateTime from) {
        return dataset.location()
                .at(new Span(dataset.location().period().orElseThrow(), from, dataset.zone(), dataset.due()));
    }

    static Observation snapshot(Dataset dataset, Partition partition, long bytes) {
        SnapshotBuilder builder = new SnapshotBuilder(partition, dataset.roles());
        Instant written = partition.span().orElseThrow().end();
        if (bytes > 0) {
            builder.add(new LakeObject(partition.path() + "part-0", bytes, written, ""));
        }
        return builder.snapshot(Lake.Answer.at(written));
    }
}
