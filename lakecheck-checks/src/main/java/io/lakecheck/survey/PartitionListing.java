// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.SnapshotBuilder;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Partition;
import java.time.Instant;

/** The listing of one partition. Not thread-safe. */
final class PartitionListing extends MeteredListing implements Lake.Visitor {

    private final SnapshotBuilder builder;

    private PartitionListing(SnapshotBuilder builder, TrafficMeter meter) {
        super(meter);
        this.builder = builder;
    }

    /**
     * Lists a partition. If the listing fails for any reason, returns an {@link Unobserved} and discards the objects
     * listed so far.
     */
    static Observation list(Lake lake, Dataset dataset, Partition partition, TrafficMeter meter, Instant now) {
        SnapshotBuilder builder = new SnapshotBuilder(partition, dataset.roles());
        PartitionListing listing = new PartitionListing(builder, meter);
        try {
            lake.list(KeyRange.of(partition.root(), partition.prefix()), listing);
            return builder.snapshot(listing.lastAnswer(now));
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            // A bug that affects one partition must not hide the verdicts on other datasets.
            return new Unobserved(partition, LakeException.of(failure));
        }
    }

    @Override
    public boolean onObject(LakeObject object) {
        countObject();
        builder.add(object);
        return true;
    }
}
