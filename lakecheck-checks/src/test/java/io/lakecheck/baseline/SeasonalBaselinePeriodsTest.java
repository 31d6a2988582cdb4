// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.DeltaCheck;
import io.lakecheck.Outcome;
import io.lakecheck.Verdict;
import io.lakecheck.partition.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/**
 * What is usual for an hour, a day, a week and a month, and where clocks change. Nothing here is restless, so the
 * spread is the 3 % that it is at least, and a band reaches from a {@code 1.0609}th to {@code 1.0609} times what is
 * usual. 2026-01-05 is a Monday.
 */
class SeasonalBaselinePeriodsTest {

    private static final String DAILY = "s3://refined/kpi/dt={date}/";
    private static final String HOURLY = "s3://refined/kpi/dt={date}/hour={HH}/";
    private static final String WEEKLY = "s3://refined/kpi/{YYYY-'W'ww}/";
    private static final String MONTHLY = "s3://refined/kpi/{yyyy-MM}/";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-01-05T00:00");

    @Test
    void an_hour_is_held_against_the_same_hour_of_the_same_weekday() {
        LocalDateTime noon = MONDAY.plusHours(12);
        TestDays hours = filled(TestDays.of(HOURLY), noon, 24 * 7 * 20, SeasonalBaselinePeriodsTest::hourly);

        assertThat(hours.judge(DeltaCheck.DEFAULT, noon).text())
                .isEqualTo("2 MB, usual for 12:00 on a Monday is 1.88 to 2.13 MB (6 Mondays)");
        assertThat(hours.judge(DeltaCheck.DEFAULT, noon.minusHours(9)).text())
                .isEqualTo("400 kB, usual for 03:00 on a Monday is 377 to 425 kB (6 Mondays)");
        assertThat(hours.judge(DeltaCheck.DEFAULT, noon.minusDays(1)).text())
                .isEqualTo("1 MB, usual for 12:00 on a Sunday is 942 kB to 1.07 MB (6 Sundays)");
        assertRings(hours.with(noon, 1_000_000), noon, "1 MB, usual for 12:00 on a Monday is 1.88 to 2.13 MB");
        assertRings(hours.with(noon, 4_000_000), noon, "4 MB, usual for 12:00 on a Monday is 1.88 to 2.13 MB");
        assertRings(hours.without(noon), noon, "0 B, usual for 12:00 on a Monday is 1.88 to 2.13 MB");
    }

    @Test
    void a_day_is_held_against_the_same_weekday() {
        TestDays days = filled(TestDays.of(DAILY), MONDAY, 7 * 20, SeasonalBaselinePeriodsTest::daily);

        assertThat(days.judge(DeltaCheck.DEFAULT, MONDAY).text())
                .isEqualTo("300 MB, usual for a Monday is 282 to 319 MB (6 Mondays)");
        assertThat(days.judge(DeltaCheck.DEFAULT, MONDAY.minusDays(1)).text())
                .isEqualTo("100 MB, usual for a Sunday is 94.2 to 107 MB (6 Sundays)");
        assertRings(days.with(MONDAY, 100_000_000), MONDAY, "100 MB, usual for a Monday is 282 to 319 MB");
        assertRings(days.with(MONDAY, 600_000_000), MONDAY, "600 MB, usual for a Monday is 282 to 319 MB");
        assertRings(days.without(MONDAY), MONDAY, "0 B, usual for a Monday is 282 to 319 MB");
    }

    @Test
    void a_week_is_held_against_the_weeks_before() {
        TestDays weeks = filled(TestDays.of(WEEKLY), MONDAY, 40, week -> 2_000_000_000);

        assertThat(weeks.judge(DeltaCheck.DEFAULT, MONDAY).text())
                .isEqualTo("2 GB, usual for a week is 1.88 to 2.13 GB (6 weeks)");
        assertRings(weeks.with(MONDAY, 1_000_000_000), MONDAY, "1 GB, usual for a week is 1.88 to 2.13 GB (6 weeks)");
        assertRings(weeks.with(MONDAY, 4_000_000_000L), MONDAY, "4 GB, usual for a week is 1.88 to 2.13 GB (6 weeks)");
        assertRings(weeks.without(MONDAY), MONDAY, "0 B, usual for a week is 1.88 to 2.13 GB (6 weeks)");
    }

    @Test
    void a_month_is_held_against_the_months_before() {
        LocalDateTime january = LocalDateTime.parse("2026-01-01T00:00");
        TestDays months = filled(TestDays.of(MONTHLY), january, 40, month -> 9_000_000_000L);

        assertThat(months.judge(DeltaCheck.DEFAULT, january).text())
                .isEqualTo("9 GB, usual for a month is 8.48 to 9.55 GB (6 months)");
        assertRings(months.with(january, 4_500_000_000L), january, "4.5 GB, usual for a month is 8.48 to 9.55 GB");
        assertRings(months.with(january, 18_000_000_000L), january, "18 GB, usual for a month is 8.48 to 9.55 GB");
        assertRings(months.without(january), january, "0 B, usual for a month is 8.48 to 9.55 GB");
    }

    @Test
    void each_period_says_how_many_more_of_it_are_needed_and_in_its_own_words() {
        assertThat(filled(TestDays.of(HOURLY), MONDAY, 24 * 7 + 3, hour -> 1000)
                        .judge(DeltaCheck.DEFAULT, MONDAY)
                        .text())
                .isEqualTo("3 of 10 earlier hours that tell what is usual to compare 1 kB with; 7 more hours needed");
        assertThat(filled(TestDays.of(WEEKLY), MONDAY, 5, week -> 1000)
                        .judge(DeltaCheck.DEFAULT, MONDAY)
                        .text())
                .isEqualTo("4 of 10 earlier weeks that tell what is usual to compare 1 kB with; 6 more weeks needed");
        assertThat(filled(TestDays.of(MONTHLY), LocalDateTime.parse("2026-01-01T00:00"), 10, month -> 1000)
                        .judge(DeltaCheck.DEFAULT, LocalDateTime.parse("2026-01-01T00:00"))
                        .text())
                .isEqualTo("9 of 10 earlier months that tell what is usual to compare 1 kB with; 1 more month needed");
    }

    @Test
    void each_period_names_what_was_left_out_as_its_folders_are_called() {
        LocalDateTime noon = MONDAY.plusHours(12);

        assertThat(filled(TestDays.of(HOURLY), noon, 24 * 7 * 20, SeasonalBaselinePeriodsTest::hourly)
                        .without(noon.minusHours(2))
                        .judge(DeltaCheck.DEFAULT, noon)
                        .reason())
                .isEqualTo("left out dt=2026-01-05/hour=10 (absent)");
        assertThat(filled(TestDays.of(WEEKLY), MONDAY, 40, week -> 1000)
                        .without(MONDAY.minusWeeks(1))
                        .judge(DeltaCheck.DEFAULT, MONDAY)
                        .reason())
                .isEqualTo("left out 2026-W01 (absent)");
        assertThat(filled(TestDays.of(MONTHLY), LocalDateTime.parse("2026-01-01T00:00"), 40, month -> 1000)
                        .without(LocalDateTime.parse("2025-11-01T00:00"))
                        .judge(DeltaCheck.DEFAULT, LocalDateTime.parse("2026-01-01T00:00"))
                        .reason())
                .isEqualTo("left out 2025-11 (absent)");
    }

    @Test
    void follows_growth_in_every_period_and_says_so() {
        assertThat(grown(TestDays.of(HOURLY), MONDAY, 24 * 7 * 20, 0.0005)).endsWith("(6 Mondays, last hours +23 %)");
        assertThat(grown(TestDays.of(WEEKLY), MONDAY, 60, 0.02)).endsWith("(6 weeks, last weeks +5 %)");
        assertThat(grown(TestDays.of(MONTHLY), LocalDateTime.parse("2026-01-01T00:00"), 60, 0.02))
                .endsWith("(6 months, last months +5 %)");
    }

    @Test
    void an_hourly_dataset_that_rests_over_the_weekend_is_judged_on_monday_morning() {
        LocalDateTime nine = MONDAY.plusHours(9);
        TestDays office = TestDays.of(HOURLY);
        for (int back = 0; back <= 24 * 7 * 20; back++) {
            LocalDateTime hour = nine.minusHours(back);
            if (hour.getDayOfWeek().getValue() < 6 && hour.getHour() > 8 && hour.getHour() < 18) {
                office.with(hour, 2_000_000);
            }
        }

        assertThat(office.judge(DeltaCheck.DEFAULT, nine).text())
                .startsWith("2 MB, usual for 09:00 on a Monday is 1.88 to 2.13 MB (6 Mondays); left out ");
        assertRings(office.with(nine, 1_000_000), nine, "1 MB, usual for 09:00 on a Monday");
    }

    @Test
    void a_day_of_23_or_25_hours_is_as_large_as_usual() {
        for (String day : new String[] {"2026-03-29", "2025-10-26"}) {
            LocalDateTime change = LocalDate.parse(day).atStartOfDay();
            TestDays days = filled(
                    TestDays.of(DAILY, LONDON),
                    change,
                    7 * 20,
                    from -> 1_000_000
                            * Duration.between(
                                            from.atZone(LONDON),
                                            from.plusDays(1).atZone(LONDON))
                                    .toHours());

            assertThat(days.bytes(change)).isIn(23_000_000L, 25_000_000L);
            assertThat(days.judge(DeltaCheck.DEFAULT, change).outcome()).isEqualTo(Outcome.PASSED);
            assertThat(days.judge(DeltaCheck.DEFAULT, change).expected())
                    .isEqualTo("usual for a Sunday is 22.6 to 25.5 MB (6 Sundays)");
        }
    }

    @Test
    void an_hour_that_the_clock_skipped_is_no_history_and_not_called_absent() {
        LocalDateTime weekAfter = LocalDateTime.parse("2026-04-05T01:00");
        TestDays hours = filled(
                        TestDays.of(HOURLY, LONDON), weekAfter, 24 * 7 * 20, SeasonalBaselinePeriodsTest::hourly)
                .without(LocalDateTime.parse("2026-03-29T01:00"));

        assertThat(hours.judge(DeltaCheck.DEFAULT, weekAfter).text())
                .isEqualTo("200 kB, usual for 01:00 on a Sunday is 188 to 213 kB (6 Sundays)");
        assertThat(hours.judge(DeltaCheck.DEFAULT, LocalDateTime.parse("2026-03-29T02:00"))
                        .text())
                .isEqualTo("200 kB, usual for 02:00 on a Sunday is 188 to 213 kB (6 Sundays)");
    }

    @Test
    void an_hour_that_the_clock_shows_twice_holds_twice_as_much_as_a_year_ago() {
        LocalDateTime twice = LocalDateTime.parse("2025-10-26T01:00");
        TestDays hours = filled(TestDays.of(HOURLY, LONDON), twice, 24 * 7 * 80, SeasonalBaselinePeriodsTest::hourly)
                .with(twice, 400_000)
                .with(twice.minusWeeks(52), 400_000);

        assertThat(hours.judge(DeltaCheck.DEFAULT, twice).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(hours.judge(DeltaCheck.DEFAULT, twice).reason())
                .isEqualTo("a year ago dt=2024-10-27/hour=01 was off by +100 % too");
    }

    @Test
    void a_day_that_a_zone_never_had_is_no_history() {
        LocalDateTime friday = LocalDateTime.parse("2012-01-06T00:00");
        TestDays days = filled(
                        TestDays.of(DAILY, ZoneId.of("Pacific/Apia")),
                        friday,
                        7 * 20,
                        SeasonalBaselinePeriodsTest::daily)
                .without("2011-12-30");

        assertThat(days.judge(DeltaCheck.DEFAULT, friday).text())
                .isEqualTo("300 MB, usual for a Friday is 282 to 319 MB (6 Fridays)");
    }

    private static void assertRings(TestDays days, LocalDateTime judged, String text) {
        Verdict verdict = days.judge(DeltaCheck.DEFAULT, judged);

        assertThat(verdict.outcome()).as(text).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text()).startsWith(text);
    }

    private static String grown(TestDays days, LocalDateTime judged, int count, double rate) {
        Period period = days.dataset(DeltaCheck.DEFAULT).location().period().orElseThrow();
        filled(days, judged, count, from -> Math.round(1e9 * Math.exp(-rate * period.count(from, judged))));
        Verdict verdict = days.judge(DeltaCheck.DEFAULT, judged);

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        return verdict.expected();
    }

    /** The judged period and so many before it. */
    private static TestDays filled(
            TestDays days, LocalDateTime judged, int count, ToLongFunction<LocalDateTime> bytes) {
        Period period = days.dataset(DeltaCheck.DEFAULT).location().period().orElseThrow();
        for (int back = 0; back <= count; back++) {
            LocalDateTime from = period.step(judged, -back);
            days.with(from, bytes.applyAsLong(from));
        }
        return days;
    }

    private static long hourly(LocalDateTime hour) {
        return (hour.getHour() < 6 ? 400_000 : 2_000_000) / (isWeekend(hour) ? 2 : 1);
    }

    private static long daily(LocalDateTime day) {
        return isWeekend(day) ? 100_000_000 : 300_000_000;
    }

    private static boolean isWeekend(LocalDateTime time) {
        return time.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
