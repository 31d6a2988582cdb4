// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** How long a run may look, from now on. */
final class RunTimeout {

    private final Duration limit;
    private final long startedNanos = System.nanoTime();

    RunTimeout(Duration limit) {
        this.limit = limit;
    }

    /**
     * The same work, but what it comes to without having listed a folder where the time is up before.
     *
     * @param without made of the reason why nothing is known of the folder
     */
    <T> CompletableFuture<T> on(CompletableFuture<T> work, String folder, Function<LakeException, T> without) {
        return work.completeOnTimeout(without.apply(isUp(folder)), millisLeft(), TimeUnit.MILLISECONDS);
    }

    private long millisLeft() {
        return limit.minusNanos(System.nanoTime() - startedNanos).toMillis();
    }

    private LakeException isUp(String folder) {
        return new LakeException(
                LakeException.Reason.TIMEOUT,
                "the run's time of " + Display.duration(limit) + " was up before " + Display.visible(folder)
                        + " was listed; give it more (lakecheck.timeout) or check fewer datasets at once");
    }
}
