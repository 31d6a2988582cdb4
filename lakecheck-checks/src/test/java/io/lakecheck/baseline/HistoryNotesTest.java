// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests history notes. The window of 140 days before the checked day starts on Monday, 2026-01-05. */
class HistoryNotesTest {

    private static final Span MONDAY = span(Period.DAY, "2026-05-25T00:00");

    private final CountedDays counted = new CountedDays(140);

    HistoryNotesTest() {
        IntStream.range(0, 140).forEach(day -> counted.count(day, 5));
    }

    @Test
    void states_how_many_days_the_level_is_based_on() {
        assertThat(notes()).isEqualTo("8 Mondays");

        IntStream.range(0, 120).forEach(counted::withdraw);

        assertThat(notes()).isEqualTo("2 Mondays");
    }

    @Test
    void names_the_trend_with_one_decimal_unless_it_rounds_to_zero() {
        assertThat(trend(0.032)).endsWith(", recent days +3.2 %");
        assertThat(trend(-0.0114)).endsWith(", recent days -1.1 %");
        assertThat(trend(0.0004)).isEqualTo("8 Mondays");
        assertThat(trend(-0.0004)).isEqualTo("8 Mondays");
    }

    @Test
    void names_an_open_incident_and_when_it_began() {
        assertThat(notes(days(137, 139))).endsWith("; 3 days since 2026-05-22 excluded: outside the usual range");
    }

    @Test
    void names_an_incident_for_eight_weeks_after_its_end() {
        IntStream.range(80, 88).forEach(counted::withdraw);

        assertThat(ended(days(85, 87))).endsWith("; 3 days from 2026-03-31 to 2026-04-02 excluded");
        assertThat(ended(days(83, 85))).contains("3 days from 2026-03-29 to 2026-03-31 excluded");
        assertThat(ended(days(82, 84))).isEqualTo("8 Mondays");
    }

    @Test
    void names_only_the_days_of_an_incident_that_do_not_count() {
        counted.withdraw(121);
        counted.withdraw(122);

        assertThat(ended(days(121, 124))).endsWith("; 2 days from 2026-05-06 to 2026-05-07 excluded");
        assertThat(ended(days(123, 125))).isEqualTo("8 Mondays");
    }

    @Test
    void names_a_new_level_for_four_weeks() {
        assertThat(changed(LevelChange.Kind.NEW_LEVEL, 100, 113, 0.51))
                .endsWith("; accepted new level since 2026-04-15 (-49 %)");
        assertThat(changed(LevelChange.Kind.NEW_LEVEL, 130, 139, 2.034))
                .contains("since 2026-05-15")
                .contains("+103 %");
        assertThat(changed(LevelChange.Kind.NEW_LEVEL, 130, 139, 0.0004)).contains("(-99.96 %)");
        assertThat(changed(LevelChange.Kind.NEW_LEVEL, 100, 112, 0.51)).isEqualTo("8 Mondays");
    }

    @Test
    void names_a_return_and_the_level_that_it_left() {
        assertThat(changed(LevelChange.Kind.RETURN, 100, 113, 2))
                .endsWith("; returned to its level from before 2026-04-15");
        assertThat(changed(LevelChange.Kind.RETURN, 100, 112, 2)).isEqualTo("8 Mondays");
    }

    @Test
    void names_the_weekday_that_has_a_new_level() {
        assertThat(changed(LevelChange.Kind.WEEKDAY, 101, 115, 0.19))
                .endsWith("; accepted new level for Thursdays since 2026-04-16 (-81 %)");
        assertThat(changed(LevelChange.Kind.WEEKDAY, 98, 112, 0.19)).isEqualTo("8 Mondays");
    }

    @Test
    void names_the_days_a_year_ago_that_moved_the_range() {
        YearAgo.Echo below = new YearAgo.Echo(364, Math.log(0.25));
        YearAgo.Echo above = new YearAgo.Echo(365, Math.log(3));

        assertThat(historyNotes(MONDAY, learned(Optional.empty(), List.of(), List.of()))
                        .text(0, List.of(below, above)))
                .endsWith("; 75 % below usual on 2025-05-26; 200 % above usual on 2025-05-25");
    }

    @Test
    void the_notes_have_a_fixed_order() {
        IntStream.range(110, 113).forEach(counted::withdraw);
        LearnedHistory learned = learned(
                Optional.of(days(137, 139)),
                List.of(days(110, 112)),
                List.of(
                        new LevelChange(LevelChange.Kind.WEEKDAY, 122, 136, 0.5),
                        new LevelChange(LevelChange.Kind.RETURN, 118, 130, -0.5),
                        new LevelChange(LevelChange.Kind.NEW_LEVEL, 118, 125, 0.5)));

        assertThat(historyNotes(MONDAY, learned).text(0.02, List.of(new YearAgo.Echo(364, -1))))
                .containsSubsequence(
                        "8 Mondays",
                        "recent days",
                        "since 2026-05-22 excluded",
                        "to 2026-04-27 excluded",
                        "accepted new level",
                        "returned to",
                        "new level for",
                        "below usual");
    }

    @Test
    void hours_are_compared_day_by_day() {
        Span hour = span(Period.HOUR, "2026-05-25T14:00");
        LearnedHistory learned = learned(Optional.of(days(137, 139)), List.of(), List.of());

        assertThat(historyNotes(hour, learned).text(0.02, List.of()))
                .startsWith("8 Mondays, recent days +2 %; 3 days since 2026-05-22 excluded");
    }

    @Test
    void weeks_are_counted_as_weeks_and_named_by_their_monday() {
        assertThat(periods(Period.WEEK, "2026-05-25T00:00"))
                .startsWith("8 weeks, recent weeks +2 %; 3 weeks since 2026-05-04 excluded")
                .endsWith("; accepted new level since 2026-04-13 (+65 %)");
    }

    @Test
    void months_are_named_without_a_day() {
        assertThat(periods(Period.MONTH, "2026-05-01T00:00"))
                .startsWith("8 months, recent months +2 %; 3 months since 2026-02 excluded")
                .endsWith("; accepted new level since 2025-11 (+65 %)");
    }

    @Test
    void notes_on_weeks_and_months_last_as_many_periods() {
        CountedDays weeks = new CountedDays(60);
        IntStream.range(0, 50).forEach(week -> weeks.count(week, 5));
        LearnedHistory learned = new LearnedHistory(
                Cadence.PERIODS,
                60,
                weeks,
                0,
                Optional.empty(),
                List.of(days(50, 52), days(51, 53)),
                List.of(
                        new LevelChange(LevelChange.Kind.NEW_LEVEL, 40, 56, 0.5),
                        new LevelChange(LevelChange.Kind.NEW_LEVEL, 54, 57, 0.5)));

        assertThat(historyNotes(span(Period.WEEK, "2026-05-25T00:00"), learned).text(0, List.of()))
                .isEqualTo("8 weeks; 3 weeks from 2026-03-23 to 2026-04-06 excluded;"
                        + " accepted new level since 2026-04-13 (+65 %)");
    }

    private static String periods(Period period, String from) {
        CountedDays periods = new CountedDays(60);
        IntStream.range(0, 57).forEach(place -> periods.count(place, 5));
        LearnedHistory learned = new LearnedHistory(
                Cadence.PERIODS,
                60,
                periods,
                0,
                Optional.of(days(57, 59)),
                List.of(),
                List.of(new LevelChange(LevelChange.Kind.NEW_LEVEL, 54, 57, 0.5)));
        return historyNotes(span(period, from), learned).text(0.02, List.of());
    }

    private String notes() {
        return trend(0);
    }

    private String trend(double change) {
        return historyNotes(MONDAY, learned(Optional.empty(), List.of(), List.of()))
                .text(Math.log1p(change), List.of());
    }

    private String notes(IncidentRun open) {
        return historyNotes(MONDAY, learned(Optional.of(open), List.of(), List.of()))
                .text(0, List.of());
    }

    private String ended(IncidentRun run) {
        return historyNotes(MONDAY, learned(Optional.empty(), List.of(run), List.of()))
                .text(0, List.of());
    }

    private String changed(LevelChange.Kind kind, int since, int accepted, double factor) {
        LevelChange change = new LevelChange(kind, since, accepted, Math.log(factor));
        return historyNotes(MONDAY, learned(Optional.empty(), List.of(), List.of(change)))
                .text(0, List.of());
    }

    private static HistoryNotes historyNotes(Span judged, LearnedHistory learned) {
        return new HistoryNotes(judged, learned, back -> learned.cadence().before(judged, back));
    }

    private LearnedHistory learned(Optional<IncidentRun> open, List<IncidentRun> ended, List<LevelChange> changes) {
        return new LearnedHistory(Cadence.DAYS, 140, counted, 0, open, ended, changes);
    }

    private static IncidentRun days(int first, int last) {
        return new IncidentRun(-1, IntStream.rangeClosed(first, last).boxed().toList());
    }

    private static Span span(Period period, String from) {
        return new Span(period, LocalDateTime.parse(from), ZoneOffset.UTC, Duration.ZERO);
    }
}
