// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.Arrival;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.ObjectStats;
import io.lakecheck.lake.TimelyData;
import io.lakecheck.partition.Span;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import io.lakecheck.value.Percentage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The verdict on the arrival time, which is compared with the deadline of a dated partition or with the maximum age of
 * an undated one.
 */
final class Timeliness {

    private Timeliness() {}

    static Verdict of(RecencyCheck check, Evidence evidence, Instant arrival) {
        return evidence.partition()
                .span()
                .map(span -> byDeadline(check, evidence, span, arrival))
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

    private static Verdict byDeadline(RecencyCheck check, Evidence evidence, Span span, Instant newest) {
        ObjectStats data = evidence.current().data();
        Optional<TimelyData> timely = data.by(check.cutoff(span))
                .filter(some ->
                        newest.isAfter(check.cutoff(span)) && some.bytes().bytes() > 0);
        if (timely.isEmpty()) {
            return byDeadline(check, span, newest);
        }
        ByteSize late = new ByteSize(data.bytes().bytes() - timely.get().bytes().bytes());
        Percentage share = Arrival.late(timely.get().bytes(), data.bytes());
        boolean isAccepted = check.arrival().accepts(timely.get().bytes(), data.bytes());
        Instant arrival =
                isAccepted ? timely.get().newest().map(LakeObject::modified).orElse(newest) : newest;
        return late.bytes() == 0
                ? byDeadline(check, span, arrival)
                : byDeadline(check, span, arrival)
                        .because("the last " + late + " (" + rounded(share, check) + allowed(check, isAccepted) + ")"
                                + (isAccepted
                                        ? " arrived by " + Display.moment(newest, span.zone())
                                        : " arrived late"));
    }

    private static String rounded(Percentage late, RecencyCheck check) {
        return late.unsigned(check.arrival().lateLimit());
    }

    private static String allowed(RecencyCheck check, boolean isAccepted) {
        return isAccepted && check.arrival().share().isEmpty() ? ", less than " + Arrival.STRAGGLERS : "";
    }

    private static Verdict byDeadline(RecencyCheck check, Span span, Instant arrival) {
        Duration lateness = Duration.between(span.deadline(), arrival.atZone(span.zone()));
        boolean inTime = lateness.compareTo(check.grace()) <= 0;
        return Verdict.of(
                        inTime ? Outcome.PASSED : check.late().broken(),
                        "arrived " + Display.moment(arrival, span.zone()) + ", " + text(lateness),
                        check.arrival().share().map(share -> share + " ").orElse("") + deadline(check, span),
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
