// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.spec.ValueParser;
import io.lakecheck.survey.Lakecheck;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What is judged of one dataset, and when.
 *
 * @param expectation that asks for it
 * @param suite of this one dataset
 * @param clock the real one
 */
record DatasetRun(Expectation expectation, Suite suite, Clock clock) {

    static List<DatasetRun> of(Expectation expectation, Suite suite, Clock clock) {
        return suite.datasets().stream()
                .map(dataset ->
                        new DatasetRun(expectation, suite.only(dataset::equals).orElseThrow(), clock))
                .toList();
    }

    Dataset dataset() {
        return suite.datasets().get(0);
    }

    /** The test's now; empty where that is the real one. A partition that is named alone is judged when it is due. */
    Optional<Instant> now() {
        try {
            if (!expectation.asOf().isEmpty()) {
                return Optional.of(
                        ValueParser.timestamp(expectation.asOf()).in(dataset().zone()));
            }
            return named().flatMap(Partition::span).map(Span::deadline).map(deadline -> deadline.toInstant());
        } catch (IllegalArgumentException e) {
            throw expectation.mistake(String.valueOf(e.getMessage()), e);
        }
    }

    /** The partition that will be judged. */
    Partition partition() {
        return plan().partition();
    }

    Evidence plan() {
        return run(lakecheck -> lakecheck.plan(suite)).get(0);
    }

    /** Looks and judges. */
    Report judge(Lake lake) {
        return set(Lakecheck.on(lake)).run(suite);
    }

    private interface Question<T> {
        T ask(Lakecheck lakecheck);
    }

    private <T> T run(Question<T> question) {
        try {
            return question.ask(set(Lakecheck.on((range, visitor) -> {})));
        } catch (IllegalArgumentException e) {
            throw expectation.mistake(String.valueOf(e.getMessage()), e);
        }
    }

    private Lakecheck set(Lakecheck lakecheck) {
        Lakecheck timed = lakecheck.at(
                now().map(then -> Clock.fixed(then, ZoneOffset.UTC)).orElse(clock));
        return expectation.partition().isEmpty() ? timed : timed.partition(expectation.partition());
    }

    private Optional<Partition> named() {
        return expectation.partition().isEmpty()
                        || dataset().location().period().isEmpty()
                ? Optional.empty()
                : Optional.of(dataset().partition(expectation.partition()));
    }
}
