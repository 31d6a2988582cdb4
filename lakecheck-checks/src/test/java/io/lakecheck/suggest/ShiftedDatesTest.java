// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static io.lakecheck.suggest.TypicalLake.NOW;
import static io.lakecheck.suggest.TypicalLake.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests suites for folders that are named after a later day than that of their data, or after two days. */
class ShiftedDatesTest {

    private final TypicalLake lake = new TypicalLake();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyy-MM-dd | 1 |  6 | {date+2d}              | due: 8h
            yyyy-MM-dd | 3 |  6 | {date+4d}              | due: 8h
            yyyy-MM-dd | 7 | 18 | {date+8d}              | due: 23h
            yyyy/MM/dd | 2 |  6 | {yyyy+3d}/{MM+3d}/{dd+3d} | due: 8h
            """)
    void folders_named_after_future_days(String pattern, int ahead, int hour, String dates, String due) {
        forecasts(pattern, ahead, hour);

        assertThat(lake.keys()).startsWith("forecast:", "location: s3://lake/forecast/" + dates + "/", due);
        assertThat(lake.comments()).contains("The folders are named after later days");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void a_missing_future_day_fails_on_the_day_on_which_it_is_due() {
        forecasts("yyyy-MM-dd", 3, 6);

        assertThat(lake.complaintsWithout("forecast/2026-02-04/part-0"))
                .anyMatch(complaint -> complaint.startsWith("forecast recency FAILED: absent"));
    }

    @Test
    void folders_of_future_days_that_each_run_replaces_are_no_strays() {
        for (int ahead = 4; ahead >= 0; ahead--) {
            forecasts("yyyy-MM-dd", ahead, 6);
        }

        assertThat(lake.keys()).contains("- complete: { strays: skip }");
        assertThat(lake.comments())
                .contains("Data of all days up to 2026-02-05 exists in advance")
                .doesNotContain("add a dataset for each");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void files_of_future_days_that_each_run_replaces_cause_no_warning() {
        for (int ahead = 0; ahead <= 4; ahead++) {
            LocalDateTime day = NOW.plusDays(ahead);
            lake.put("kpi/forecast_" + name("yyyyMMdd", day) + ".csv", lake.size(day, 1000), NOW.minusHours(6));
        }
        lake.last(
                40,
                ChronoUnit.DAYS,
                day -> lake.put(
                        "kpi/forecast_" + name("yyyyMMdd", day) + ".csv", lake.size(day, 1000), day.plusHours(6)));

        assertThat(lake.keys()).contains("- complete: { strays: skip }");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void mistakes_next_to_folders_of_future_days_are_reported() {
        for (int ahead = 4; ahead >= 0; ahead--) {
            forecasts("yyyy-MM-dd", ahead, 6);
        }
        lake.put("forecast/2026-1-5/part-0", 1000, NOW.minusDays(1));

        assertThat(lake.keys()).contains("- complete: {}");
        assertThat(lake.comments()).contains("these seem to be normal: folders up to 2026-02-05.");
        assertThat(lake.complaints()).singleElement().asString().contains("2026-1-5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5  | {date}
            20 | {date+1d}
            """)
    void folders_written_around_midnight_are_not_named_after_later_days(int interval, String date) {
        for (int i = 1; i <= 60; i++) {
            LocalDateTime day = NOW.truncatedTo(ChronoUnit.DAYS).minusDays(i);
            lake.put(
                    "kpi/" + name("yyyy-MM-dd", day) + "/part-0",
                    lake.size(day, 1000),
                    day.plusMinutes(i % interval == 0 ? -5 : 5));
        }

        assertThat(lake.keys()).contains("location: s3://lake/kpi/" + date + "/");
        assertThat(lake.comments()).doesNotContain("named after later days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-09", "2026-12-31", "2027-01-31"})
    void a_single_day_far_ahead_is_a_stray(String day) {
        forecasts("yyyy-MM-dd", 0, 6);
        lake.put("forecast/" + day + "/part-0", 1000, NOW.minusDays(1));

        assertThat(lake.keys()).contains("- complete: {}");
        assertThat(lake.complaints()).singleElement().asString().contains("stray folder: " + day);
    }

    private void forecasts(String pattern, int ahead, int hour) {
        for (int i = 60; i >= 0; i--) {
            LocalDateTime written = NOW.truncatedTo(ChronoUnit.DAYS)
                    .minusDays(i)
                    .plusHours(hour)
                    .plusMinutes(i % 20);
            if (written.isBefore(NOW)) {
                LocalDateTime day = written.plusDays(ahead);
                lake.put("forecast/" + name(pattern, day) + "/part-0", lake.size(day, 1000), written);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyy-MM-dd | _ | 6 | {date-6d}_{date}
            yyyyMMdd   | - | 6 | {yyyyMMdd-6d}-{yyyyMMdd}
            yyyyMMdd   | _ | 6 | {yyyyMMdd-6d}_{yyyyMMdd}
            yyyy-MM-dd | _ | 7 | {date-6d}_{date+1d}
            yyyyMMdd   | - | 7 | {yyyyMMdd-6d}-{yyyyMMdd+1d}
            yyyyMMdd   | _ | 7 | {yyyyMMdd-6d}_{yyyyMMdd+1d}
            """)
    void weeks_named_by_two_dates(String pattern, String separator, int days, String dates) {
        lake.last(
                20,
                ChronoUnit.WEEKS,
                week -> lake.put(
                        "billing/" + name(pattern, week) + separator + name(pattern, week.plusDays(days)) + "/bill.csv",
                        lake.size(week, 1000),
                        week.plusDays(7).plusHours(5)));

        assertThat(lake.keys())
                .startsWith("billing:", "location: s3://lake/billing/" + dates + "/", "due: 7h", "days: [sunday]")
                .contains("- complete: { last: 20 }");
        assertThat(lake.comments()).doesNotContain("a job runs");
        assertThat(lake.complaints()).isEmpty();
    }
}
