// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The settings of a run, initially the defaults. A {@link Lakecheck} never changes its own settings, only copies of
 * them.
 */
final class SurveySettings {

    Clock clock = Clock.systemUTC();
    Optional<String> partition = Optional.empty();
    Predicate<Dataset> members = dataset -> true;
    int concurrency = Lakecheck.DEFAULT_CONCURRENCY;
    Duration timeout = Lakecheck.DEFAULT_TIMEOUT;
    Consumer<Progress> onProgress = progress -> {};
    WaitPolicy waitPolicy = WaitPolicy.NONE;

    SurveySettings copy() {
        SurveySettings copy = new SurveySettings();
        copy.clock = clock;
        copy.partition = partition;
        copy.members = members;
        copy.concurrency = concurrency;
        copy.timeout = timeout;
        copy.onProgress = onProgress;
        copy.waitPolicy = waitPolicy;
        return copy;
    }
}
