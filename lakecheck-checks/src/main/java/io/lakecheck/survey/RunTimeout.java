// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The time limit of a run, measured from the creation of this object. */
final class RunTimeout {

    private final Duration limit;
    private final TrafficMeter meter;
    private final long startedNanos = System.nanoTime();

    /** @param meter the counter of the run's traffic, which shows whether the lake throttled the run */
    RunTimeout(Duration limit, TrafficMeter meter) {
        this.limit = limit;
        this.meter = meter;
    }

    /**
     * Completes the listing of a folder with a fallback if the run times out first.
     *
     * @param fallback creates the result from the reason why the folder was not listed
     * @return a future that completes like {@code listing}
     */
    <T> CompletableFuture<T> limit(CompletableFuture<T> listing, String folder, Function<LakeException, T> fallback) {
        CompletableFuture<Void> timer =
                new CompletableFuture<Void>().completeOnTimeout(null, millisLeft(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> unused = timer.thenRun(() -> listing.complete(fallback.apply(timedOut(folder))));
        return listing.whenComplete((result, failure) -> timer.cancel(false));
    }

    private long millisLeft() {
        return limit.minusNanos(System.nanoTime() - startedNanos).toMillis();
    }

    private LakeException timedOut(String folder) {
        String late =
                Display.visible(folder) + " was not listed within the run's time limit of " + Display.duration(limit);
        return meter.throttled() == 0
                ? new LakeException(
                        LakeException.Reason.TIMEOUT,
                        late + ". Increase lakecheck.timeout, or check fewer datasets per run")
                : new LakeException(
                        LakeException.Reason.THROTTLED,
                        late + ", because the lake throttled " + Display.count(meter.throttled(), "request")
                                + ". Run again later, set lakecheck.concurrency to a lower number, or"
                                + " increase lakecheck.timeout");
    }
}
