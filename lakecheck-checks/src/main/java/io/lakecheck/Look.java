// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One look at one partition: a visitor that folds what it is shown. For one thread. */
final class Look implements Lake.Visitor {

    private final Tally tally;
    private final Meter meter;
    private Optional<Lake.Answer> last = Optional.empty();

    private Look(Tally tally, Meter meter) {
        this.tally = tally;
        this.meter = meter;
    }

    /** Looks. Whatever goes wrong at the lake becomes an {@link Unseen}; nothing partial is kept. */
    static Sighting at(Lake lake, Dataset dataset, Partition partition, Meter meter, Instant now) {
        Look look = new Look(new Tally(dataset, partition), meter);
        try {
            lake.list(KeyRange.of(partition.root(), partition.path()), look);
            return look.tally.snapshot(look.takenAt(now), look.clockError());
        } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
            // One lake's bug must not hide the other datasets' verdicts.
            return new Unseen(partition, LakeException.of(thrown));
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
            throw new LakeException(LakeException.Trouble.TIMEOUT, "the run ended before the listing did");
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
