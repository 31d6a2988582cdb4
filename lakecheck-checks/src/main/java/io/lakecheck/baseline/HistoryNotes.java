// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.PeriodNames;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A description of the history that an expected range is derived from, for example {@code 8 Mondays, recent days -1.1
 * %; 5 days from 2025-12-29 to 2026-01-02 excluded}. It states the number of comparable periods, the trend, the
 * excluded days, the accepted changes of level, and the unusual days a year ago.
 *
 * @param judged the checked period
 * @param learned the result of replaying the history
 * @param earlier returns the span at a distance from the checked one
 */
record HistoryNotes(Span judged, LearnedHistory learned, IntFunction<Span> earlier) {

    private static final int WEEKS_OF_INCIDENTS = 8;
    private static final int WEEKS_OF_CHANGES = 4;

    /** The number of decimal places of a percentage that are exact although it is derived from a logarithm. */
    private static final int EXACT_DECIMALS = 9;

    String text(double trend, List<YearAgo.Echo> echoes) {
        String recent = isNoticeable(trend) ? ", recent " + Display.plural(unit()) + " " + percent(trend, 1) : "";
        return Stream.of(
                        Stream.of(learned.cadence().alike(judged, learned.alike()) + recent),
                        learned.openRun().stream().map(this::open),
                        learned.incidents().stream().flatMap(this::ended),
                        changes(LevelChange.Kind.NEW_LEVEL),
                        changes(LevelChange.Kind.RETURN),
                        changes(LevelChange.Kind.WEEKDAY),
                        echoes.stream().map(this::yearAgo))
                .flatMap(parts -> parts)
                .collect(Collectors.joining("; "));
    }

    private String open(IncidentRun run) {
        return count(run.days().size()) + " since " + date(run.first()) + " excluded: outside the usual range";
    }

    /**
     * Describes an incident that is over; empty if it is too old to mention. Days that count as history again, because
     * a change of level was accepted, are not mentioned.
     */
    private Stream<String> ended(IncidentRun run) {
        int end = run.days().get(run.days().size() - 1);
        List<Integer> days = run.days().stream()
                .filter(day -> !learned.counted().counts(day))
                .toList();
        return isOlder(end, WEEKS_OF_INCIDENTS) || days.isEmpty()
                ? Stream.of()
                : Stream.of(count(days.size()) + " from " + date(days.get(0)) + " to " + date(days.get(days.size() - 1))
                        + " excluded");
    }

    private Stream<String> changes(LevelChange.Kind kind) {
        return learned.changes().stream()
                .filter(change -> change.kind() == kind && !isOlder(change.accepted(), WEEKS_OF_CHANGES))
                .map(this::change);
    }

    private String change(LevelChange change) {
        String since = date(change.since());
        String percent = percent(change.shift(), 0);
        return switch (change.kind()) {
            case NEW_LEVEL -> "accepted new level since " + since + " (" + percent + ")";
            case RETURN -> "returned to its level from before " + since;
            case WEEKDAY ->
                "accepted new level for " + PeriodNames.weekday(span(change.since())) + "s since " + since + " ("
                        + percent + ")";
        };
    }

    private String yearAgo(YearAgo.Echo echo) {
        String percent = percent(echo.deviation(), 0).substring(1);
        return percent + (echo.deviation() < 0 ? " below" : " above") + " usual on "
                + date(learned.window() - echo.back());
    }

    private boolean isOlder(int day, int weeks) {
        return learned.window() - day >= weeks * learned.cadence().cycle();
    }

    private String count(int days) {
        return Display.count(days, unit());
    }

    private String unit() {
        return learned.cadence().unit(judged);
    }

    private Span span(int day) {
        return earlier.apply(learned.window() - day);
    }

    private String date(int day) {
        Span span = span(day);
        return span.period().unit() == ChronoUnit.MONTHS
                ? YearMonth.from(span.from()).toString()
                : span.from().toLocalDate().toString();
    }

    /** Returns whether a trend is more than 0 % after rounding. */
    private static boolean isNoticeable(double trend) {
        return percentage(trend).percent().setScale(1, RoundingMode.HALF_EVEN).signum() != 0;
    }

    private static String percent(double logarithm, int decimals) {
        return percentage(logarithm).signed(decimals);
    }

    /** Returns a percentage without the digits in which a logarithm is not exact. */
    private static Percentage percentage(double logarithm) {
        return new Percentage(
                BigDecimal.valueOf(100 * Math.expm1(logarithm)).setScale(EXACT_DECIMALS, RoundingMode.HALF_EVEN));
    }
}
