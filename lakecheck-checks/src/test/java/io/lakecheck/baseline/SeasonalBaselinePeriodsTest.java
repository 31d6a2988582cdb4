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
 * Tests the baseline {@code usual} for hours, days, weeks and months, and across clock changes. Sizes have no noise, so
 * the spread is its minimum of 3 %, and the expected range extends from the usual size divided by 1.0609 to the usual
 * size multiplied by 1.0609. 2026-01-05 is a Monday.
 */
class SeasonalBaselinePeriodsTest {

    private static final String DAILY = "s3://refined/kpi/dt={date}/";
    private static final String HOURLY = "s3://refined/kpi/dt={date}/hour={HH}/";
    private static final String WEEKLY = "s3://refined/kpi/{YYYY-'W'ww}/";
    private static final String MONTHLY = "s3://refined/kpi/{yyyy-MM}/";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final LocalDateTime JANUARY = LocalDateTime.parse("2026-01-01T00:00");
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-01-05T00:00");

    @Test
    void an_hour_is_compared_with_the_same_hour_of_the_same_weekday() {
        LocalDateTime noon = MONDAY.plusHours(12);
        TestDays hours = filled(TestDays.of(HOURLY), noon, 24 * 7 * 20, SeasonalBaselinePeriodsTest::hourly);

        assertThat(hours.judge(DeltaCheck.DEFAULT, noon).text())
                .isEqualTo("2 MB; expected 1.88 to 2.13 MB (8 Mondays)");
        assertThat(hours.judge(DeltaCheck.DEFAULT, noon.minusHours(9)).text())
                .isEqualTo("400 kB; expected 376 to 425 kB (8 Mondays)");
        assertThat(hours.judge(DeltaCheck.DEFAULT, noon.minusDays(1)).text())
                .isEqualTo("1 MB; expected 941 kB to 1.07 MB (8 Sundays)");
        assertFails(hours.with(noon, 1_000_000), noon, "1 MB; expected 1.88 to 2.13 MB");
        assertFails(hours.with(noon, 4_000_000), noon, "4 MB; expected 1.88 to 2.13 MB");
        assertFails(hours.without(noon), noon, "0 B; expected 1.88 to 2.13 MB");
    }

    @Test
    void a_day_is_compared_with_the_same_weekday() {
        TestDays days = filled(TestDays.of(DAILY), MONDAY, 7 * 20, SeasonalBaselinePeriodsTest::daily);

        assertThat(days.judge(DeltaCheck.DEFAULT, MONDAY).text())
                .isEqualTo("300 MB; expected 282 to 319 MB (8 Mondays)");
        assertThat(days.judge(DeltaCheck.DEFAULT, MONDAY.minusDays(1)).text())
                .isEqualTo("100 MB; expected 94.1 to 107 MB (8 Sundays)");
        assertFails(days.with(MONDAY, 100_000_000), MONDAY, "100 MB; expected 282 to 319 MB");
        assertFails(days.with(MONDAY, 600_000_000), MONDAY, "600 MB; expected 282 to 319 MB");
        assertFails(days.without(MONDAY), MONDAY, "0 B; expected 282 to 319 MB");
    }

    @Test
    void a_week_is_compared_with_the_weeks_before() {
        TestDays weeks = filled(TestDays.of(WEEKLY), MONDAY, 40, week -> 2_000_000_000);

        assertThat(weeks.judge(DeltaCheck.DEFAULT, MONDAY).text())
                .isEqualTo("2 GB; expected 1.88 to 2.13 GB (8 weeks)");
        assertFails(weeks.with(MONDAY, 1_000_000_000), MONDAY, "1 GB; expected 1.88 to 2.13 GB (8 weeks)");
        assertFails(weeks.with(MONDAY, 4_000_000_000L), MONDAY, "4 GB; expected 1.88 to 2.13 GB (8 weeks)");
        assertFails(weeks.without(MONDAY), MONDAY, "0 B; expected 1.88 to 2.13 GB (8 weeks)");
    }

    @Test
    void a_month_is_compared_with_the_months_before() {
        LocalDateTime january = LocalDateTime.parse("2026-01-01T00:00");
        TestDays months = filled(TestDays.of(MONTHLY), january, 40, month -> 9_000_000_000L);

        assertThat(months.judge(DeltaCheck.DEFAULT, january).text())
                .isEqualTo("9 GB; expected 8.47 to 9.56 GB (8 months)");
        assertFails(months.with(january, 4_500_000_000L), january, "4.5 GB; expected 8.47 to 9.56 GB");
        assertFails(months.with(january, 18_000_000_000L), january, "18 GB; expected 8.47 to 9.56 GB");
        assertFails(months.without(january), january, "0 B; expected 8.47 to 9.56 GB");
    }

    @Test
    void each_period_states_what_is_missing_in_its_own_words() {
        assertThat(filled(TestDays.of(HOURLY), MONDAY, 24 * 7 + 3, hour -> 1000)
                        .judge(DeltaCheck.DEFAULT, MONDAY)
                        .text())
                .isEqualTo("1 kB; found 1 Monday (at least 3 required) and 0 comparable days (at least 10 required)");
        assertThat(filled(TestDays.of(WEEKLY), MONDAY, 5, week -> 1000)
                        .judge(DeltaCheck.DEFAULT, MONDAY)
                        .text())
                .isEqualTo("1 kB; found 5 weeks (at least 3 required) and 2 comparable weeks (at least 10 required)");
        assertThat(filled(TestDays.of(MONTHLY), JANUARY, 12, month -> 1000)
                        .judge(DeltaCheck.DEFAULT, JANUARY)
                        .text())
                .isEqualTo("1 kB; found 8 months (at least 3 required) and 9 comparable months (at least 10 required)");
        assertThat(filled(TestDays.of(MONTHLY), JANUARY, 13, month -> 1000)
                        .judge(DeltaCheck.DEFAULT, JANUARY)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_new_level_of_weeks_is_accepted_after_four_that_agree() {
        TestDays weeks = filled(TestDays.of(WEEKLY), MONDAY, 40, week -> 2_000_000_000);
        for (int back = 1; back <= 4; back++) {
            weeks.with(MONDAY.minusWeeks(back), 4_000_000_000L);
        }

        assertFails(weeks, MONDAY.minusWeeks(1), "4 GB; expected 1.88 to 2.13 GB (8 weeks; 3 weeks since 2025-12-08");
        assertThat(weeks.with(MONDAY, 4_000_000_000L)
                        .judge(DeltaCheck.DEFAULT, MONDAY)
                        .text())
                .isEqualTo("4 GB; expected 3.76 to 4.25 GB (8 weeks; accepted new level since 2025-12-08 (+100 %))");
    }

    @Test
    void a_deep_drop_of_months_is_accepted_after_eight() {
        TestDays months = filled(TestDays.of(MONTHLY), JANUARY, 40, month -> 9_000_000_000L);
        for (int back = 0; back <= 8; back++) {
            months.with(JANUARY.minusMonths(back), 90_000_000L);
        }

        assertFails(
                months, JANUARY.minusMonths(1), "90 MB; expected 8.47 to 9.56 GB (8 months; 7 months since 2025-05");
        assertThat(months.judge(DeltaCheck.DEFAULT, JANUARY).expected())
                .isEqualTo("84.7 to 95.6 MB (8 months; accepted new level since 2025-05 (-99 %))");
    }

    @Test
    void each_time_of_day_has_incidents_of_its_own() {
        LocalDateTime noon = MONDAY.plusHours(12);
        TestDays hours = filled(TestDays.of(HOURLY), noon, 24 * 7 * 20, SeasonalBaselinePeriodsTest::hourly);
        for (int back = 1; back <= 3; back++) {
            hours.with(noon.minusDays(back), 10_000);
        }

        assertThat(hours.judge(DeltaCheck.DEFAULT, noon).expected())
                .isEqualTo("1.88 to 2.13 MB (8 Mondays; 3 days since 2026-01-02 excluded: outside the usual range)");
        assertThat(hours.judge(DeltaCheck.DEFAULT, noon.minusHours(1)).expected())
                .isEqualTo("1.88 to 2.13 MB (8 Mondays)");
    }

    @Test
    void follows_growth_in_every_period_and_reports_it() {
        assertThat(grown(TestDays.of(HOURLY), MONDAY, 24 * 7 * 20, 0.0005))
                .endsWith("(8 Mondays, recent days +30.3 %)");
        assertThat(grown(TestDays.of(WEEKLY), MONDAY, 60, 0.02)).endsWith("(8 weeks, recent weeks +6.5 %)");
        assertThat(grown(TestDays.of(MONTHLY), LocalDateTime.parse("2026-01-01T00:00"), 60, 0.02))
                .endsWith("(8 months, recent months +6.5 %)");
    }

    @Test
    void an_hourly_dataset_without_weekends_is_checked_on_monday_morning() {
        LocalDateTime nine = MONDAY.plusHours(9);
        TestDays office = TestDays.of(HOURLY);
        for (int back = 0; back <= 24 * 7 * 20; back++) {
            LocalDateTime hour = nine.minusHours(back);
            if (hour.getDayOfWeek().getValue() < 6 && hour.getHour() > 8 && hour.getHour() < 18) {
                office.with(hour, 2_000_000);
            }
        }

        assertThat(office.judge(DeltaCheck.DEFAULT, nine).text())
                .isEqualTo("2 MB; expected 1.88 to 2.13 MB (8 Mondays)");
        assertFails(office.with(nine, 1_000_000), nine, "1 MB; expected 1.88 to 2.13 MB");
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
            assertThat(days.judge(DeltaCheck.DEFAULT, change).expected()).isEqualTo("22.6 to 25.5 MB (8 Sundays)");
        }
    }

    @Test
    void an_hour_that_the_clock_skipped_is_no_history_and_not_called_absent() {
        LocalDateTime weekAfter = LocalDateTime.parse("2026-04-05T01:00");
        TestDays hours = filled(
                        TestDays.of(HOURLY, LONDON), weekAfter, 24 * 7 * 20, SeasonalBaselinePeriodsTest::hourly)
                .without(LocalDateTime.parse("2026-03-29T01:00"));

        assertThat(hours.judge(DeltaCheck.DEFAULT, weekAfter).text())
                .isEqualTo("200 kB; expected 188 to 213 kB (8 Sundays)");
        assertThat(hours.judge(DeltaCheck.DEFAULT, LocalDateTime.parse("2026-03-29T02:00"))
                        .text())
                .isEqualTo("200 kB; expected 188 to 213 kB (8 Sundays)");
    }

    @Test
    void an_hour_that_the_clock_shows_twice_holds_twice_as_much_as_a_year_ago() {
        LocalDateTime twice = LocalDateTime.parse("2025-10-26T01:00");
        TestDays hours = filled(TestDays.of(HOURLY, LONDON), twice, 24 * 7 * 80, SeasonalBaselinePeriodsTest::hourly)
                .with(twice, 400_000)
                .with(twice.minusWeeks(52), 400_000);

        assertThat(hours.judge(DeltaCheck.DEFAULT, twice).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(hours.judge(DeltaCheck.DEFAULT, twice).expected()).endsWith("; 100 % above usual on 2024-10-27)");
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
                .isEqualTo("300 MB; expected 282 to 319 MB (8 Fridays)");
    }

    private static void assertFails(TestDays days, LocalDateTime judged, String text) {
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

    /** Returns the checked period and the given number of periods before it. */
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
