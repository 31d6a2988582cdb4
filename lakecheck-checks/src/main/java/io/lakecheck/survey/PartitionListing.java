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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One look at one partition: a visitor that folds what it is shown. For one thread. */
final class PartitionListing implements Lake.Visitor {

    private final SnapshotBuilder tally;
    private final TrafficMeter meter;
    private Optional<Lake.Answer> last = Optional.empty();

    private PartitionListing(SnapshotBuilder tally, TrafficMeter meter) {
        this.tally = tally;
        this.meter = meter;
    }

    /** Looks. Whatever goes wrong at the lake becomes an {@link Unobserved}; nothing partial is kept. */
    static Observation at(Lake lake, Dataset dataset, Partition partition, TrafficMeter meter, Instant now) {
        PartitionListing look =
                new PartitionListing(new SnapshotBuilder(partition, dataset.marker(), dataset.filter()), meter);
        try {
            lake.list(KeyRange.of(partition.root(), partition.path()), look);
            return look.tally.snapshot(look.takenAt(now), look.clockError());
        } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
            // One lake's bug must not hide the other datasets' verdicts.
            return new Unobserved(partition, LakeException.of(thrown));
        }
    }

    @Override
    public boolean object(LakeObject object) {
        checkInterrupt();
        meter.object();
        tally.add(object);
        return true;
    }

    /** @throws LakeException where nobody waits any longer for what is listed */
    static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new LakeException(LakeException.Reason.TIMEOUT, "the run ended before the listing did");
        }
    }

    @Override
    public void answered(Lake.Answer answer) {
        meter.request();
        last = Optional.of(answer);
    }

    @Override
    public void retried() {
        meter.retry();
    }

    private Instant takenAt(Instant now) {
        return last.map(Lake.Answer::moment).orElse(now);
    }

    private Duration clockError() {
        return last.map(Lake.Answer::clockError).orElse(Duration.ZERO);
    }
}
