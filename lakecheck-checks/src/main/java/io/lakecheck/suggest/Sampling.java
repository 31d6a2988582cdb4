// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.survey.Lakecheck;
import io.lakecheck.survey.Progress;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How to read a lake to suggest a suite.
 *
 * @param timeout the time limit for reading
 * @param concurrency the maximum number of requests in flight
 * @param progress receives the progress; must be thread-safe
 */
public record Sampling(Duration timeout, int concurrency, Consumer<Progress> progress) {

    /** Returns the default settings with a time limit. */
    public static Sampling within(Duration timeout) {
        return new Sampling(timeout, Lakecheck.DEFAULT_CONCURRENCY, progress -> {});
    }
}
