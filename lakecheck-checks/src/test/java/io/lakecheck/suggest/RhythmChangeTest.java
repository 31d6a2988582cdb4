// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static io.lakecheck.suggest.TypicalLake.NOW;
import static io.lakecheck.suggest.TypicalLake.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Tests what is suggested if the days on which data arrives have changed for good. */
class RhythmChangeTest {

    private final TypicalLake lake = new TypicalLake();

    @Test
    void weekly_data_that_became_daily_is_daily() {
        change(RhythmChangeTest::weekly, RhythmChangeTest::daily, 90);

        assertThat(lake.keys())
                .contains("- recency: { late: fail }", "- delta: {}", "- complete: {}")
                .noneMatch(line -> line.matches("(?:absent|days|every).*"));
        assertThat(lake.comments())
                .contains("data arrived at other times. Limits are derived only from the partitions since then.");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void weekly_data_that_has_been_daily_for_weeks_is_daily() {
        change(RhythmChangeTest::weekly, RhythmChangeTest::daily, 20);

        assertThat(lake.keys()).contains("- complete: { last: 20 }").doesNotContain("absent: ok");
    }

    @Test
    void backups_of_which_only_the_weekly_ones_are_kept_are_daily() {
        change(RhythmChangeTest::weekly, RhythmChangeTest::daily, 14);

        assertThat(lake.keys()).doesNotContain("absent: ok");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void daily_data_that_became_weekly_is_weekly() {
        change(RhythmChangeTest::daily, RhythmChangeTest::weekly, 90);

        assertThat(lake.keys())
                .contains("days: [monday]", "- recency: { late: fail }")
                .doesNotContain("absent: ok");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void daily_data_that_changed_to_workdays_is_for_workdays() {
        change(RhythmChangeTest::daily, RhythmChangeTest::onWorkdays, 90);
        assertThat(lake.keys()).contains("days: weekdays", "- complete: {}");
    }

    @Test
    void data_of_workdays_that_became_daily_is_daily() {
        change(RhythmChangeTest::onWorkdays, RhythmChangeTest::daily, 90);
        assertThat(lake.keys()).contains("- complete: {}").noneMatch(line -> line.startsWith("days"));
    }

    @Test
    void monthly_data_that_became_daily_is_daily() {
        change(RhythmChangeTest::monthly, RhythmChangeTest::daily, 60);
        assertThat(lake.keys()).contains("- complete: {}").noneMatch(line -> line.matches("(?:absent|days).*"));
    }

    @Test
    void daily_data_that_comes_every_second_day_now_has_that_rhythm() {
        change(RhythmChangeTest::daily, RhythmChangeTest::everySecondDay, 30);
        assertThat(lake.keys()).anyMatch(line -> line.startsWith("every: 2d from 2026-01-"));
    }

    @Test
    void an_outage_is_not_a_change() {
        change(RhythmChangeTest::daily, day -> day.isBefore(NOW.minusDays(60)) || day.isAfter(NOW.minusDays(45)), 90);

        assertThat(lake.comments()).contains("The longest gap").doesNotContain("at other times");
    }

    @Test
    void irregular_days_are_not_a_change() {
        change(RhythmChangeTest::rarely, RhythmChangeTest::rarely, 100);

        assertThat(lake.keys()).contains("absent: ok");
        assertThat(lake.comments()).doesNotContain("at other times");
    }

    private static boolean daily(LocalDateTime day) {
        return true;
    }

    private static boolean weekly(LocalDateTime day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY;
    }

    private static boolean onWorkdays(LocalDateTime day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    private static boolean monthly(LocalDateTime day) {
        return day.getDayOfMonth() == 1;
    }

    private static boolean everySecondDay(LocalDateTime day) {
        return day.toLocalDate().toEpochDay() % 2 == 0;
    }

    private static boolean rarely(LocalDateTime day) {
        return day.getDayOfYear() * 7919 % 11 < 2;
    }

    private void change(Predicate<LocalDateTime> before, Predicate<LocalDateTime> since, int days) {
        lake.last(300, ChronoUnit.DAYS, day -> {
            if ((day.isBefore(NOW.minusDays(days)) ? before : since).test(day)) {
                lake.put("kpi/" + name("'dt='yyyy-MM-dd", day) + "/part-0", lake.size(day, 1000), lake.night(day));
            }
        });
    }
}
