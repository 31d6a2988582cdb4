// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;

/**
 * The verdict on the arrival time, which is compared with the deadline of a dated partition or with the maximum age of
 * an undated one.
 */
final class Timeliness {

    private Timeliness() {}

    static Verdict of(RecencyCheck check, Evidence evidence, Instant arrival) {
        return evidence.partition()
                .span()
                .map(span -> byDeadline(check, span, arrival))
                .orElseGet(() -> byAge(check, evidence, arrival));
    }

    /**
     * Returns the deadline as a phrase, for example {@code by 2026-01-03 06:00:00 GMT}; empty if the partition has no
     * date.
     */
    static String deadline(RecencyCheck check, Evidence evidence) {
        return evidence.partition().span().map(span -> deadline(check, span)).orElse("");
    }

    private static String deadline(RecencyCheck check, Span span) {
        return "by " + Display.moment(span.deadline())
                + (check.grace().isZero() ? "" : " (plus a grace period of " + Display.duration(check.grace()) + ")");
    }

    private static Verdict byDeadline(RecencyCheck check, Span span, Instant arrival) {
        Duration lateness = Duration.between(span.deadline(), arrival.atZone(span.zone()));
        boolean inTime = lateness.compareTo(check.grace()) <= 0;
        return Verdict.of(
                        inTime ? Outcome.PASSED : check.late().broken(),
                        "arrived " + Display.moment(arrival, span.zone()) + ", " + text(lateness),
                        deadline(check, span),
                        "")
                .with(Figure.LATENESS, lateness.toSeconds());
    }

    private static String text(Duration lateness) {
        return lateness.isZero()
                ? "exactly on time"
                : Display.duration(lateness) + (lateness.isNegative() ? " early" : " late");
    }

    private static Verdict byAge(RecencyCheck check, Evidence evidence, Instant arrival) {
        Duration difference = Duration.between(arrival, evidence.now());
        Duration age = difference.isNegative() ? Duration.ZERO : difference;
        boolean isFresh =
                check.maxAge().filter(limit -> age.compareTo(limit) > 0).isEmpty();
        return Verdict.of(
                        isFresh ? Outcome.PASSED : check.severity().broken(),
                        "last written "
                                + Display.moment(arrival, evidence.dataset().zone()) + ", " + Display.duration(age)
                                + " ago",
                        check.maxAge()
                                .map(limit -> "at most " + Display.duration(limit) + " ago")
                                .orElse(""),
                        "")
                .with(Figure.AGE, age.toSeconds());
    }
}
