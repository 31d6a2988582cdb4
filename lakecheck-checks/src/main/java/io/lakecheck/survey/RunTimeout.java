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
    private final long startedNanos = System.nanoTime();

    RunTimeout(Duration limit) {
        this.limit = limit;
    }

    /**
     * Completes the listing of a folder with a fallback if the run times out first.
     *
     * @param fallback creates the result from the reason why the folder was not listed
     * @return {@code listing} itself
     */
    <T> CompletableFuture<T> limit(CompletableFuture<T> listing, String folder, Function<LakeException, T> fallback) {
        return listing.completeOnTimeout(fallback.apply(timedOut(folder)), millisLeft(), TimeUnit.MILLISECONDS);
    }

    private long millisLeft() {
        return limit.minusNanos(System.nanoTime() - startedNanos).toMillis();
    }

    private LakeException timedOut(String folder) {
        return new LakeException(
                LakeException.Reason.TIMEOUT,
                Display.visible(folder) + " was not listed within the run's time limit of " + Display.duration(limit)
                        + ". Increase lakecheck.timeout, or check fewer datasets per run");
    }
}
