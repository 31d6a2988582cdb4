// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static io.lakecheck.suggest.TypicalLake.NOW;
import static io.lakecheck.suggest.TypicalLake.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the suites suggested for common layouts are right, and that the data they come from passes. */
class TypicalLakesTest {

    private final TypicalLake lake = new TypicalLake();

    @Test
    void a_daily_dataset_with_a_marker() {
        lake.last(120, ChronoUnit.DAYS, day -> {
            for (int i = 0; i < 4; i++) {
                lake.put("kpi/" + name("'dt='yyyy-MM-dd", day) + "/part-" + i, lake.size(day, 1000), lake.night(day));
            }
            lake.put("kpi/" + name("'dt='yyyy-MM-dd", day) + "/_SUCCESS", 0, day.plusHours(28));
        });

        assertSuggested(
                "kpi:",
                "location: s3://lake/kpi/dt={date}/",
                "due: 5h",
                "- recency: { marker: _SUCCESS, late: fail }",
                "- size: { min: 1.9 kB, objects: { min: 4, max: 4 } }",
                "- delta: {}",
                "- complete: {}");
    }

    @Test
    void hours_in_which_nothing_is_written_are_not_expected() {
        lake.last(30, ChronoUnit.DAYS, day -> {
            for (int hour = 0; hour < 24; hour += 6) {
                lake.put(
                        "gfs/" + name("yyyyMMdd/", day) + name("HH", day.plusHours(hour)) + "/grib",
                        1000,
                        day.plusHours(hour + 4));
            }
        });
        lake.put("gfs/20260201/00/grib", 1000, NOW.minusHours(8)).put("gfs/20260201/06/grib", 1000, NOW.minusHours(2));

        assertSuggested(
                "gfs:",
                "location: s3://lake/gfs/{yyyyMMdd}/{HH}/",
                "due: 4h",
                "hours: [0, 6, 12, 18]",
                "- recency: { late: fail }",
                "- size: { min: 850 B, max: 1.2 kB, objects: { min: 1, max: 1 } }",
                "- delta: { against: previous, drop: 10%, rise: 10% }",
                "- complete: { last: 48 }");
    }

    @Test
    void business_hours_are_a_range() {
        lake.last(30, ChronoUnit.DAYS, day -> {
            for (int hour = 6; hour <= 20; hour++) {
                hour(day.plusHours(hour));
            }
        });
        for (int hour = 6; hour <= 10; hour++) {
            hour(NOW.withHour(hour));
        }

        assertThat(lake.keys()).contains("hours: 6-20");
        assertThat(lake.complaints()).isEmpty();
    }

    private void hour(LocalDateTime hour) {
        lake.put(
                "till/" + name("'dt='yyyy-MM-dd/'hour='HH", hour) + "/part-0",
                lake.size(hour, 1000),
                hour.plusMinutes(70));
    }

    @Test
    void public_holidays_of_workdays_are_excluded() {
        workdays(Set.of("2025-12-25", "2025-12-26", "2026-01-01"));

        assertSuggested(
                "trades:",
                "location: s3://lake/trades/dt={date}/",
                "due: 5h",
                "days: weekdays",
                "except: [2025-12-25, 2025-12-26, 2026-01-01]",
                "- recency: { late: fail }",
                "- size: { min: 740 B, objects: { min: 1, max: 1 } }",
                "- delta: {}",
                "- complete: {}");
    }

    @Test
    void other_missing_days_must_be_confirmed() {
        workdays(Set.of("2025-11-11"));

        assertThat(lake.keys()).noneMatch(line -> line.startsWith("except"));
        assertThat(lake.comments()).contains("except: [2025-11-11]", "1 alert in", "(dt=2025-11-11)");
    }

    private void workdays(Set<String> holidays) {
        lake.last(200, ChronoUnit.DAYS, day -> {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                    && !holidays.contains(day.toLocalDate().toString())) {
                lake.put("trades/" + name("'dt='yyyy-MM-dd", day) + "/part-0", lake.size(day, 1000), lake.night(day));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2027, 2027-03-28", "2038, 2038-04-25"})
    void easter(int year, LocalDate date) {
        assertThat(Holidays.easter(year)).isEqualTo(date);
    }

    @Test
    void days_without_data_and_without_pattern_may_be_absent() {
        lake.last(300, ChronoUnit.DAYS, day -> {
            if (day.getDayOfYear() * 7919 % 11 < 2) {
                lake.put("errors/" + name("yyyy/MM/dd", day) + "/log", 1000 + day.getDayOfMonth(), lake.night(day));
            }
        });

        assertThat(lake.keys()).contains("absent: ok", "- complete: {}");
        assertThat(lake.comments()).contains("have no data, and no pattern was found");
    }

    @Test
    void days_on_which_nothing_happened_may_be_empty() {
        lake.last(90, ChronoUnit.DAYS, day -> {
            if (day.getDayOfYear() * 7919 % 11 > 2) {
                lake.put("rare/" + name("'dt='yyyy-MM-dd", day) + "/part-0", lake.size(day, 1000), day.plusHours(26));
            }
            lake.put("rare/" + name("'dt='yyyy-MM-dd", day) + "/_SUCCESS", 0, day.plusHours(27));
        });

        assertThat(lake.keys())
                .contains("empty: allow", "- recency: { marker: _SUCCESS, late: fail }", "- complete: {}");
    }

    @ParameterizedTest
    @CsvSource({"100, 5", "100, 0.2", "240, 5"})
    void days_of_the_month_with_other_sizes_are_compared_with_each_other(int days, double factor) {
        lake.last(days, ChronoUnit.DAYS, day -> {
            double typical = 1000 * (day.getDayOfMonth() == 1 ? factor : 1) * (1 + day.getDayOfYear() % 7 / 100.0);
            lake.put("renewals/" + name("'dt='yyyy-MM-dd", day) + "/part-0", Math.round(typical), lake.night(day));
        });

        assertThat(lake.keys())
                .contains("- delta: { against: same day of month, drop: 10%, rise: 10% }", "- complete: {}");
        assertThat(lake.comments()).contains("On each 1st, sizes are unusual").doesNotContain("alerts in 2 ");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void last_days_of_months_with_other_sizes_are_compared_with_each_other() {
        lake.last(240, ChronoUnit.DAYS, day -> {
            double typical =
                    1000 * (day.plusDays(1).getDayOfMonth() == 1 ? 5 : 1) * (1 + day.getDayOfYear() % 7 / 100.0);
            lake.put("closing/" + name("'dt='yyyy-MM-dd", day) + "/part-0", Math.round(typical), lake.night(day));
        });

        assertThat(lake.keys()).contains("- delta: { against: same day of month, drop: 10%, rise: 10% }");
        assertThat(lake.comments()).contains("On each last day of a month, sizes are unusual");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void the_last_day_of_a_month_follows_other_days_with_other_sizes() {
        lake.last(240, ChronoUnit.DAYS, day -> {
            double typical = 1000
                    * (day.getDayOfMonth() == 1 || day.plusDays(1).getDayOfMonth() == 1 ? 5 : 1)
                    * (1 + day.getDayOfYear() % 7 / 100.0);
            lake.put("closing/" + name("'dt='yyyy-MM-dd", day) + "/part-0", Math.round(typical), lake.night(day));
        });

        assertThat(lake.comments()).contains("On each 1st and last day of a month, sizes are unusual");
    }

    @Test
    void growth_breaks_no_upper_limit() {
        lake.last(200, ChronoUnit.DAYS, day -> {
            double growth = Math.exp(ChronoUnit.DAYS.between(NOW, day) / 150.0);
            lake.put(
                    "sales/" + name("'dt='yyyy-MM-dd", day) + "/part-0",
                    Math.round(lake.size(day, 100_000) * growth),
                    lake.night(day));
        });

        assertThat(lake.keys())
                .contains("- delta: {}")
                .anyMatch(line -> line.startsWith("- size: { min: 13 kB, objects"));
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DAYS   | 'exports/kpi_'yyyyMMdd'.csv'                  | kpi    | exports/kpi_{yyyyMMdd}.csv
            DAYS   | 'exports/'yyyy/MM/'report_'yyyyMMdd'.csv'     | report | exports/{yyyy}/{MM}/report_{yyyyMMdd}.csv
            DAYS   | 'fx/'yyyy/MM/'rates-'dd'.csv'                 | rates  | fx/{yyyy}/{MM}/rates-{dd}.csv
            DAYS   | 'report-2026-v1/dt='yyyy-MM-dd'/part'         | report-2026-v1 | report-2026-v1/dt={date}/
            DAYS   | 'prices/'dd-MMM-yyyy'/close.csv'              | prices | prices/{dd-MMM-yyyy}/
            WEEKS  | 'spend/week='YYYYww'/part'                    | spend  | spend/week={YYYYww}/
            WEEKS  | 'spend/'YYYY-'W'ww'/part'                     | spend  | spend/{YYYY-'W'ww}/
            MONTHS | 'invoices/'yyyy/MM'/part'                     | invoices | invoices/{yyyy}/{MM}/
            """)
    void files_and_folders_with_dates_in_their_names(ChronoUnit unit, String pattern, String dataset, String location) {
        lake.last(
                40,
                unit,
                from -> lake.put(
                        name(pattern, from),
                        lake.size(from, 1000),
                        from.plus(1, unit).plusHours(3)));

        assertThat(lake.keys()).startsWith(dataset + ":", "location: s3://lake/" + location);
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3  | yyyy-'Q'Q         | {yyyy}-Q{Q}
            3  | yyyy'Q'Q          | {yyyy}Q{Q}
            3  | yyyy/'Q'Q         | {yyyy}/Q{Q}
            3  | yyyy/'quarter='Q  | {yyyy}/quarter={Q}
            12 | yyyy              | {yyyy}
            12 | 'year='yyyy       | year={yyyy}
            """)
    void quarters_and_years(int months, String pattern, String dates) {
        LocalDateTime end = LocalDateTime.parse("2026-01-01T00:00");
        for (int i = 1; i <= 12; i++) {
            LocalDateTime from = end.minusMonths((long) i * months);
            lake.put(
                    "filings/" + name(pattern, from) + "/part-0",
                    1000 + i,
                    from.plusMonths(months).plusHours(3));
        }

        assertThat(lake.keys())
                .startsWith("filings:", "location: s3://lake/filings/" + dates + "/")
                .anyMatch(line -> line.startsWith("- complete"));
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234, 1235, 1236, 1237                | part-0
            2010, 2011, 2012, 2013, 2014          | part-0
            2026, 2027, 2028, 2029                | part-0
            2025                                  | part-0
            2025, 2026                            | part-0
            2023, 2024, 2025, 2026                | north/part-0
            2023/01, 2024/02, 2025/77, 2026/99    | part-0
            store-2024, store-2025, store-2026    | plans/part-0
            FY2024, FY2025, FY2026                | part-0
            """)
    void numbers_that_may_not_be_years(String folders, String file) {
        tenant("crm/orders/");
        for (String folder : folders.split(", ")) {
            lake.put("stores/" + folder + "/" + file, 1000, NOW.minusDays(9));
        }

        assertThat(lake.keys())
                .startsWith("orders:")
                .filteredOn(line -> line.startsWith("location"))
                .containsExactly("location: s3://lake/crm/orders/dt={date}/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 |  9 | 'FY'yyyy/'P'MM      | FY{yyyy+9M}/P{MM+9M}
            1 | -3 | 'FY'yyyy/'P'MM      | FY{yyyy-3M}/P{MM-3M}
            1 |  6 | 'FY'yyyy/MM         | FY{yyyy+6M}/{MM+6M}
            1 |  0 | 'FY'yyyy/'P'MM      | FY{yyyy}/P{MM}
            1 |  0 | yyyy/'period='MM    | {yyyy}/period={MM}
            3 |  3 | 'FY'yyyy-'Q'Q       | FY{yyyy+3M}-Q{Q+3M}
            """)
    void months_and_quarters_of_a_fiscal_year(int months, int shift, String pattern, String dates) {
        LocalDateTime end = LocalDateTime.parse("2026-01-01T00:00");
        for (int i = 1; i <= 30; i++) {
            LocalDateTime from = end.minusMonths((long) i * months);
            lake.put(
                    "budget/" + name(pattern, from.plusMonths(shift)) + "/part-0",
                    1000 + i,
                    from.plusMonths(months).plusHours(27));
        }

        assertThat(lake.keys())
                .startsWith("budget:", "location: s3://lake/budget/" + dates + "/")
                .anyMatch(line -> line.startsWith("- complete"));
        assertThat(lake.comments()).doesNotContain("a job runs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15 | yyyyMMdd/HHmm                      | {yyyyMMdd}/{HHmm}        | period: 15m | due: 10m
            30 | 'dt='yyyy-MM-dd/'time='HHmm        | dt={date}/time={HHmm}    | period: 30m | due: 20m
            5  | yyyy/MM/dd/HHmm                    | {yyyy}/{MM}/{dd}/{HHmm}  | period: 5m  | due: 5m
            """)
    void intervals_of_minutes(int minutes, String pattern, String dates, String period, String due) {
        LocalDateTime start = NOW.minusDays(4);
        for (LocalDateTime from = start; from.isBefore(NOW); from = from.plusMinutes(minutes)) {
            lake.put("sensors/" + name(pattern, from) + "/part-0", lake.size(NOW, 1000), from.plusMinutes(minutes + 2));
        }

        assertThat(lake.keys())
                .startsWith("sensors:", "location: s3://lake/sensors/" + dates + "/", period, due)
                .anyMatch(line -> line.startsWith("- complete"));
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyy-MM-dd'/part'       | statements | statements/{date+1M-1d}/
            'dt='yyyyMMdd'/part'    | statements | statements/dt={yyyyMMdd+1M-1d}/
            'balance_'yyyyMMdd'.csv'  | balance    | statements/balance_{yyyyMMdd+1M-1d}.csv
            """)
    void months_named_by_their_last_day(String pattern, String dataset, String location) {
        lake.last(
                30,
                ChronoUnit.MONTHS,
                month -> lake.put(
                        "statements/" + name(pattern, month.plusMonths(1).minusDays(1)),
                        1000 + month.getMonthValue(),
                        month.plusMonths(1).plusHours(5)));

        assertThat(lake.keys())
                .startsWith(dataset + ":", "location: s3://lake/" + location)
                .contains("- complete: { last: 6 }");
        assertThat(lake.comments())
                .contains("the last days of months", "days: last day")
                .doesNotContain("a job runs");
    }

    @Test
    void last_days_of_months_in_folders_of_months_are_days() {
        lake.last(30, ChronoUnit.MONTHS, month -> {
            LocalDateTime day = month.plusMonths(1).minusDays(1);
            lake.put("ledger/" + name("yyyy/MM/dd", day) + "/part-0", 1000, lake.night(day));
        });

        assertThat(lake.keys())
                .startsWith("ledger:", "location: s3://lake/ledger/{yyyy}/{MM}/{dd}/")
                .contains("days: last day");
    }

    @Test
    void the_last_days_of_a_few_months_are_days() {
        for (String date : List.of("2025-01-31", "2025-04-30", "2025-07-31", "2025-10-31")) {
            LocalDateTime day = LocalDate.parse(date).atStartOfDay();
            lake.put("ledger/dt=" + date + "/part-0", lake.size(day, 1000), lake.night(day));
        }

        assertThat(lake.keys()).startsWith("ledger:", "location: s3://lake/ledger/dt={date}/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0345", "0000, 0600, 1200, 1800", "0101, 0102, 0103, 0104"})
    void times_of_runs_are_no_intervals(String times) {
        lake.last(9, ChronoUnit.DAYS, day -> {
            for (String time : times.split(", ")) {
                lake.put("runs/" + name("yyyyMMdd", day) + "/" + time + "/part-0", 1000, lake.night(day));
            }
        });

        assertThat(lake.keys())
                .startsWith("runs:", "location: s3://lake/runs/{yyyyMMdd}/")
                .noneMatch(line -> line.startsWith("period"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'dt='yyyy-MM-dd | dt={date}/
            yyyy/MM/dd      | {yyyy}/{MM}/{dd}/
            """)
    void shards_that_are_written_together_are_no_hours(String pattern, String location) {
        lake.last(30, ChronoUnit.DAYS, day -> {
            for (int shard = 0; shard < 8; shard++) {
                lake.put(
                        "kpi/" + name(pattern, day) + "/0" + shard + "/part-0",
                        lake.size(day, 1000),
                        lake.night(day).plusMinutes(shard));
            }
        });

        assertThat(lake.keys())
                .startsWith("kpi:", "location: s3://lake/kpi/" + location)
                .contains("parts: { \"*\": [\"00\", \"01\", \"02\", \"03\", \"04\", \"05\", \"06\", \"07\"] }")
                .noneMatch(line -> line.startsWith("hours"));
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void numbers_that_are_written_one_after_another_are_hours() {
        lake.last(30, ChronoUnit.DAYS, day -> {
            for (int hour = 0; hour < 8; hour++) {
                lake.put(
                        "kpi/" + name("yyyy/MM/dd", day) + "/0" + hour + "/part-0",
                        lake.size(day, 1000),
                        day.plusHours(hour).plusMinutes(70));
            }
        });

        assertThat(lake.keys()).contains("location: s3://lake/kpi/{yyyy}/{MM}/{dd}/{HH}/", "hours: 0-7");
    }

    @Test
    void a_late_month_does_not_shift_a_fiscal_year() {
        for (int i = 1; i <= 30; i++) {
            LocalDateTime from = LocalDateTime.parse("2026-01-01T00:00").minusMonths(i);
            lake.put(
                    "budget/" + name("'FY'yyyy/'P'MM", from.plusMonths(9)) + "/part-0",
                    1000 + i,
                    i == 1 ? NOW.minusDays(1) : from.plusMonths(1).plusHours(27));
        }
        lake.put("budget/FY2026/P09/part-1", 1, NOW.plusMonths(2));

        assertThat(lake.keys()).startsWith("budget:", "location: s3://lake/budget/FY{yyyy+9M}/P{MM+9M}/");
    }

    @ParameterizedTest
    @CsvSource({"q=3, q=4", "p=03, p=04", "P07, P08"})
    void numbers_in_dated_folders_that_are_no_hours(String one, String other) {
        lake.last(30, ChronoUnit.DAYS, day -> {
            for (String part : List.of(one, other)) {
                lake.put("kpi/" + name("'dt='yyyy-MM-dd", day) + "/" + part + "/part-0", 1000, lake.night(day));
            }
        });

        assertThat(lake.keys()).startsWith("kpi:", "location: s3://lake/kpi/dt={date}/");
    }

    @Test
    void files_of_a_content_delivery_network_are_hourly() {
        lake.last(24 * 14, ChronoUnit.HOURS, hour -> {
            for (int i = 0; i < 3; i++) {
                String id = i + lake.unpredictable();
                lake.put("cdn/E2ABC." + name("yyyy-MM-dd-HH", hour) + "." + id + ".gz", 1000, hour.plusMinutes(70));
            }
        });

        assertThat(lake.keys()).startsWith("E2ABC:", "location: \"s3://lake/cdn/E2ABC.{date}-{HH}.*.gz\"", "due: 45m");
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyy-MM-dd-HH-'17-05-%s'       | {date}-{HH}-*
            yyyyMMdd'T'HH'1705-%s.log'     | {yyyyMMdd'T'HH}*.log
            'app_'yyyyMMddHH'1705_%s.json' | app_{yyyyMMddHH}*.json
            """)
    void logs_with_times_in_their_names_are_hourly(String pattern, String dates) {
        lake.last(24 * 14, ChronoUnit.HOURS, hour -> {
            for (int i = 0; i < 3; i++) {
                String log = String.format(Locale.ROOT, name(pattern, hour), lake.unpredictable());
                lake.put("access/" + log, 1000, hour.plusMinutes(70 + i));
            }
        });

        assertThat(lake.keys()).contains("location: \"s3://lake/access/" + dates + "\"", "due: 45m");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void a_time_of_each_night_in_names_of_files_is_not_an_hour() {
        lake.last(
                60,
                ChronoUnit.DAYS,
                day -> lake.put(
                        "dumps/db_" + name("yyyyMMdd'03'mmss'.gz'", lake.night(day)),
                        lake.size(day, 1000),
                        day.plusHours(28)));

        assertThat(lake.keys()).contains("location: \"s3://lake/dumps/db_{yyyyMMdd+1d}*.gz\"");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void a_folder_with_too_many_files_is_read_up_to_now() {
        lake.last(24 * 40, ChronoUnit.HOURS, hour -> {
            for (int i = 0; i < 30; i++) {
                String log = name("yyyy-MM-dd-HH-", hour) + (10 + i) + "-05-" + i;
                lake.put("access/" + log, 1000, hour.plusMinutes(70));
            }
        });

        assertThat(lake.keys()).contains("location: \"s3://lake/access/{date}-{HH}-*\"", "due: 45m");
        assertThat(lake.comments()).contains("399 hours, ", "to 2026-02-01-10-*", "too many files or folders");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void billing_periods_are_months() {
        lake.last(
                24,
                ChronoUnit.MONTHS,
                month -> lake.put(
                        "cur/" + name("yyyyMMdd-", month) + name("yyyyMMdd", month.plusMonths(1)) + "/bill.csv",
                        1000,
                        month.plusMonths(1).plusDays(2)));

        assertThat(lake.keys()).startsWith("cur:", "location: s3://lake/cur/{yyyyMM}01-{yyyyMM+1M}01/");
    }

    @Test
    void a_marker_next_to_the_folder() {
        lake.last(40, ChronoUnit.DAYS, day -> {
            lake.put("sales/" + name("'dt='yyyy-MM-dd", day) + "/part-0", lake.size(day, 1000), lake.night(day));
            lake.put("sales/" + name("'dt='yyyy-MM-dd'.done'", day), 0, day.plusHours(28));
        });

        assertThat(lake.keys()).contains("- recency: { marker: \"../dt={date}.done\", late: fail }");
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"__HIVE_DEFAULT_PARTITION__/part-0", "010/part-0", "index.html", "_SUCCESS"})
    void one_odd_name_next_to_the_days_changes_nothing(String odd) {
        lake.last(
                31,
                ChronoUnit.DAYS,
                day -> lake.put("kpi/" + name("yyyy/MM/dd", day) + "/part-0", lake.size(day, 1000), lake.night(day)));
        lake.put("kpi/2026/01/" + odd, 10, NOW.minusDays(10));

        assertThat(lake.keys()).contains("location: s3://lake/kpi/{yyyy}/{MM}/{dd}/", "- complete: {}");
        assertThat(lake.complaints())
                .hasSize(odd.indexOf('/') < 0 ? 0 : 1)
                .allMatch(complaint -> complaint.startsWith("kpi complete WARNED: stray folder"));
    }

    @Test
    void a_stream_must_reach_the_end_of_its_day() {
        lake.last(40, ChronoUnit.DAYS, day -> stream(day, 24));

        assertSuggested(
                "iot:",
                "location: s3://lake/iot/{date}/",
                "due: 30m",
                "- recency: { through: 30m, late: fail }",
                "- size: { min: 24 kB, max: 56 kB }",
                "- delta: { against: median of 4 same-weekday, drop: 10%, rise: 10% }",
                "- complete: {}");
        assertThat(lake.comments())
                .contains("written throughout their day, until at most 5 min before its end")
                .doesNotContain("time zone");
    }

    @Test
    void a_stream_that_stopped_early_once_is_still_a_stream() {
        lake.last(40, ChronoUnit.DAYS, day -> stream(day, day.getDayOfYear() == 20 ? 18 : 24));

        assertThat(lake.keys()).contains("- recency: { through: 30m, late: fail }");
        assertThat(lake.comments()).contains("1 alert in 40 days (2026-01-20)");
    }

    @Test
    void a_stream_with_only_heartbeats_at_night_may_end_early() {
        lake.last(40, ChronoUnit.DAYS, day -> {
            for (int hour = 0; hour < 24; hour++) {
                boolean isOpen = hour >= 8 && hour < 18;
                lake.put(
                        "iot/" + name("yyyy-MM-dd", day) + "/" + hour,
                        isOpen ? lake.size(day, 10_000_000) : 1000,
                        day.plusHours(hour).plusMinutes(55));
            }
        });

        assertThat(lake.keys()).contains("- recency: { late: fail }");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void a_stream_that_only_a_heartbeat_followed_alerts_in_the_backtest() {
        lake.last(40, ChronoUnit.DAYS, day -> {
            stream(day, day.getDayOfYear() == 20 ? 18 : 24);
            lake.put(
                    "iot/" + name("yyyy-MM-dd", day) + "/heartbeat",
                    1,
                    day.plusHours(23).plusMinutes(58));
        });

        assertThat(lake.keys()).contains("- recency: { through: 30m, late: fail }");
        assertThat(lake.comments()).contains("1 alert in 40 days (2026-01-20)");
    }

    private void stream(LocalDateTime day, int hours) {
        for (int minute = 5; minute < 60 * hours; minute += 30) {
            lake.put(
                    "iot/" + name("yyyy-MM-dd/HHmm", day.plusMinutes(minute)),
                    lake.size(day, 1000),
                    day.plusMinutes(minute + 20));
        }
    }

    @Test
    void stragglers_do_not_determine_the_deadline() {
        lake.last(90, ChronoUnit.DAYS, day -> {
            lake.put("sales/" + name("'dt='yyyy-MM-dd", day) + "/part-0", lake.size(day, 200_000), lake.night(day));
            lake.put("sales/" + name("'dt='yyyy-MM-dd", day) + "/late", 400, day.plusHours(34));
        });

        assertSuggested(
                "sales:",
                "location: s3://lake/sales/dt={date}/",
                "due: 5h",
                "- recency: { late: fail }",
                "- size: { min: 90 kB }",
                "- delta: {}",
                "- complete: {}");
        assertThat(lake.comments()).contains("In 90 of them, less than 1 % of the bytes arrived later");
    }

    /** At the deadline, the last object is missing, so a limit on the number of objects would alert each day. */
    @Test
    void objects_that_are_written_after_the_marker_are_not_counted() {
        lake.last(30, ChronoUnit.DAYS, day -> {
            String folder = "sales/" + name("'dt='yyyy-MM-dd", day) + "/";
            lake.put(folder + "part-0", 200_000, day.plusHours(27))
                    .put(folder + "_SUCCESS", 0, day.plusHours(28))
                    .put(folder + "late", 400, day.plusHours(34));
        });

        assertThat(lake.keys())
                .contains("- recency: { marker: _SUCCESS, sealed: false, late: fail }")
                .anyMatch(line -> line.startsWith("- size: { min: 170 kB, max: "))
                .noneMatch(line -> line.contains("objects: "));
    }

    @Test
    void dates_are_shifted_if_folders_are_named_after_the_day_on_which_the_job_runs() {
        lake.last(90, ChronoUnit.DAYS, day -> {
            String run = name("'run='yyyy-MM-dd-'04'mm", lake.night(day).plusHours(1));
            lake.put("enriched/" + run + lake.unpredictable() + "/part-0", lake.size(day, 1000), day.plusHours(29));
        });

        assertThat(lake.keys()).startsWith("enriched:", "location: \"s3://lake/enriched/run={date+1d}-*/\"", "due: 7h");
        assertThat(lake.comments()).contains("named after the day on which a job runs");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void data_of_an_exchange_that_closes_in_the_afternoon_is_not_shifted() {
        lake.last(
                90,
                ChronoUnit.DAYS,
                day -> lake.put(
                        "fx/" + name("'dt='yyyy-MM-dd", day) + "/part-0", lake.size(day, 1000), day.plusHours(17)));

        assertThat(lake.keys()).startsWith("fx:", "location: s3://lake/fx/dt={date}/");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void parts_that_each_day_has_are_required() {
        lake.last(90, ChronoUnit.DAYS, day -> country(day, "DE", "FR", "GB", "US"));

        assertSuggested(
                "sales:",
                "location: s3://lake/sales/dt={date}/",
                "due: 5h",
                "parts: { country: [DE, FR, GB, US] }",
                "- recency: { marker: _SUCCESS, late: fail }",
                "- size: { min: 1.9 kB, objects: { min: 4, max: 4 } }",
                "- delta: {}",
                "- complete: {}");
    }

    @Test
    void parts_that_come_and_go_are_learned() {
        lake.last(
                90,
                ChronoUnit.DAYS,
                day -> country(day, "AT", "BE", "CH", "DE", "ES", day.isAfter(NOW.minusDays(5)) ? "IT" : "FR"));

        assertThat(lake.keys()).noneMatch(line -> line.startsWith("parts"));

        lake.last(5, ChronoUnit.DAYS, day -> country(day, "FR"));

        assertThat(lake.keys()).contains("parts: { country: as before }");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void folders_that_most_days_lack_are_not_parts() {
        lake.last(
                90,
                ChronoUnit.DAYS,
                day -> country(day, day.isAfter(NOW.minusDays(20)) ? new String[] {"DE", "FR"} : new String[] {"DE"}));

        assertThat(lake.keys()).noneMatch(line -> line.startsWith("parts"));
    }

    private void country(LocalDateTime day, String... countries) {
        String folder = "sales/" + name("'dt='yyyy-MM-dd", day) + "/";
        for (String country : countries) {
            lake.put(folder + "country=" + country + "/part-0", lake.size(day, 1000), lake.night(day));
        }
        lake.put(folder + "_SUCCESS", 0, day.plusHours(28));
    }

    @Test
    void the_newest_run_replaces_others_if_most_days_have_one() {
        lake.last(90, ChronoUnit.DAYS, day -> {
            run(day, "0310");
            if (day.getDayOfMonth() % 9 == 0) {
                run(day, "0655");
            }
        });

        assertSuggested(
                "model:",
                "location: \"s3://lake/model/run={yyyyMMdd}T*/\"",
                "runs: newest",
                "due: 5h",
                "- recency: { late: fail }",
                "- size: { min: 440 B, objects: { min: 1, max: 1 } }",
                "- delta: {}",
                "- complete: {}");
    }

    private void run(LocalDateTime day, String time) {
        lake.put(
                "model/run=" + name("yyyyMMdd", day) + "T" + time + "/part-0",
                lake.size(day, 1000),
                day.plusDays(1).plusHours(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            batchid=06, batchid=09, batchid=12 | 1 | batchid=*/ | runs: each
            load_id=%1$s1, load_id=%1$s2       | 1 | load_id=*/ | runs: each
            ts=%1$s01, ts=%1$s02, ts=%1$s03    | 1 | ts=*/      | runs: each
            %1$s01, %1$s02                     | 1 | */         | runs: each
            run=%1$s01, run=%1$s02             | 5 | run=*/     | runs: newest
            """)
    void runs_in_folders_of_days(String folders, int daysPerRerun, String location, String runs) {
        lake.last(60, ChronoUnit.DAYS, day -> {
            int count = day.getDayOfYear() % daysPerRerun == 0 ? Integer.MAX_VALUE : 1;
            List.of(folders.split(", ")).stream().limit(count).forEach(folder -> {
                String run = "dt=" + name("yyyy-MM-dd/", day) + String.format(Locale.ROOT, folder, name("MMdd", day));
                lake.put("loads/" + run + "/part-0", lake.size(day, 1000), lake.night(day));
            });
        });

        assertThat(lake.keys())
                .startsWith("loads:", "location: \"s3://lake/loads/dt={date}/" + location + "\"", runs, "due: 5h")
                .contains("- recency: { late: fail }")
                .noneMatch(line -> line.startsWith("parts"))
                .anyMatch(line -> line.contains("objects: { min: 1, max: 1 }"));
        assertThat(lake.comments()).contains("Most days have");
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store=101, store=102", "101, 102", "v=%s", "run=1"})
    void folders_that_are_no_runs(String folders) {
        lake.last(60, ChronoUnit.DAYS, day -> {
            for (String folder : folders.split(", ")) {
                String part = String.format(Locale.ROOT, folder, day.getDayOfYear());
                lake.put(
                        "kpi/dt=" + name("yyyy-MM-dd/", day) + part + "/part-0", lake.size(day, 1000), lake.night(day));
            }
        });

        assertThat(lake.keys())
                .startsWith("kpi:", "location: s3://lake/kpi/dt={date}/")
                .noneMatch(line -> line.startsWith("runs"));
    }

    @Test
    void markers_in_a_folder_of_their_own() {
        lake.last(40, ChronoUnit.DAYS, day -> {
            lake.put("stock/" + name("'dt='yyyy-MM-dd", day) + "/part-0", lake.size(day, 1000), lake.night(day));
            lake.put("flags/stock/" + name("yyyy-MM-dd'.done'", day), 0, day.plusHours(28));
            lake.put("flags/other/" + name("yyyy-MM-dd'.done'", day), 0, day.plusHours(28));
        });

        assertThat(lake.keys()).contains("- recency: { marker: \"s3://lake/flags/stock/{date}.done\", late: fail }");
        assertThat(lake.complaints()).isEmpty();
        assertThat(lake.comments()).contains("Not included", "s3://lake/flags/other/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'dt='yyyy-MM-dd | ../_SUCCESS       | 0 | true
            yyyy/MM/dd      | ../../../_SUCCESS | 0 | true
            'dt='yyyy-MM-dd | ../_SUCCESS       | 1 | false
            'dt='yyyy-MM-dd | ../_2026_SUCCESS  | 0 | false
            'dt='yyyy-MM-dd | ../_schema.json   | 0 | false
            """)
    void a_marker_of_the_whole_table(String pattern, String marker, int daysOld, boolean isSuggested) {
        lake.last(
                40,
                ChronoUnit.DAYS,
                day -> lake.put("stores/" + name(pattern, day) + "/part-0", lake.size(day, 1000), lake.night(day)));
        lake.put(
                "stores/" + marker.replace("../", ""), 0, NOW.minusDays(daysOld).withHour(5));

        assertThat(lake.keys().contains("- recency: { marker: \"" + marker + "\", late: fail }"))
                .isEqualTo(isSuggested);
        assertThat(lake.keys()).contains("due: 5h");
        assertThat(lake.complaints()).isEmpty();
        if (isSuggested) {
            assertThat(lake.comments())
                    .contains("All 40 partitions were written before " + marker, "no alerts in 40 days");
        }
    }

    @Test
    void markers_next_to_files_in_a_folder_of_the_month() {
        lake.last(60, ChronoUnit.DAYS, day -> {
            String file = "reports/" + name("yyyy/MM/'report_'yyyyMMdd'.csv'", day);
            lake.put(file, lake.size(day, 1000), lake.night(day)).put(file + ".done", 0, day.plusHours(28));
        });

        assertThat(lake.keys()).contains("- recency: { marker: \"report_{yyyyMMdd}.csv.done\", late: fail }");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void tenants_share_an_entry() {
        for (String tenant : List.of("acme", "globex", "initech")) {
            lake.last(120, ChronoUnit.DAYS, day -> {
                String folder = "tenant=" + tenant + "/orders/" + name("'dt='yyyy-MM-dd", day) + "/";
                lake.put(folder + "part-0", lake.size(day, 1000L * tenant.length()), lake.night(day));
                lake.put(folder + "_SUCCESS", 0, day.plusHours(28));
            });
        }

        assertSuggested(
                "orders:",
                "location: s3://lake/tenant={tenant}/orders/dt={date}/",
                "each: { tenant: \"*\" }",
                "due: 5h",
                "- recency: { marker: _SUCCESS, late: fail }",
                "- delta: {}",
                "- complete: {}");
        assertThat(lake.comments()).contains("3 names for {tenant}: acme, globex, initech", "no alerts in 360 days");
    }

    @Test
    void accounts_and_regions_of_logs_share_an_entry() {
        for (String place : List.of(
                "111111111111/%s/eu-west-1/",
                "111111111111/%s/us-east-1/", "222222222222/%s/eu-west-1/", "222222222222/%s/us-east-1/")) {
            for (String service : List.of("CloudTrail", "Config")) {
                lake.last(20, ChronoUnit.DAYS, day -> {
                    for (int i = 0; i < 24; i++) {
                        lake.put(
                                "AWSLogs/" + String.format(Locale.ROOT, place, service) + name("yyyy/MM/dd/", day)
                                        + name("yyyyMMdd'T'", day) + i + "05Z_" + lake.unpredictable() + ".json.gz",
                                lake.size(day, 1000),
                                day.plusHours(i).plusMinutes(50));
                    }
                });
            }
        }

        assertThat(lake.keys())
                .containsSubsequence(
                        "CloudTrail:",
                        "location: s3://lake/AWSLogs/{account}/CloudTrail/{region}/{yyyy}/{MM}/{dd}/",
                        "each: { account: \"*\", region: [eu-west-1, us-east-1] }",
                        "- recency: { through: 30m, late: fail }",
                        "Config:",
                        "location: s3://lake/AWSLogs/{account}/Config/{region}/{yyyy}/{MM}/{dd}/");
        assertThat(lake.complaints()).allMatch(complaint -> complaint.contains("delta SKIPPED"));
    }

    @Test
    void a_dataset_that_few_tenants_lack_lists_the_others() {
        for (int tenant = 1; tenant <= 6; tenant++) {
            tenant("tenant=" + tenant + "/orders/");
            tenant(tenant == 3 ? "tenant=3/returns/" : "tenant=" + tenant + "/clicks/");
        }

        assertThat(lake.keys())
                .contains(
                        "location: s3://lake/tenant={tenant}/clicks/dt={date}/",
                        "each: { tenant: [\"1\", \"2\", \"4\", \"5\", \"6\"] }",
                        "location: s3://lake/tenant={tenant}/orders/dt={date}/",
                        "each: { tenant: [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\"] }",
                        "location: s3://lake/tenant=3/returns/dt={date}/");
    }

    @Test
    void different_datasets_of_the_same_shape_have_entries_of_their_own() {
        for (String dataset : List.of("kpi", "leads", "orders")) {
            tenant("crm/" + dataset + "/");
        }

        assertThat(lake.keys()).contains("kpi:", "leads:", "orders:").noneMatch(line -> line.startsWith("each"));
    }

    @Test
    void of_many_members_some_are_read() {
        for (int i = 100; i < 300; i++) {
            tenant("shop" + i + "/");
        }

        assertThat(lake.keys()).startsWith("shop:", "location: s3://lake/{shop}/dt={date}/", "each: { shop: \"*\" }");
        assertThat(lake.comments()).contains("200 names for {shop}", "8 of the 200 datasets were read");
        assertThat(lake.requests()).isLessThan(50);
    }

    private void tenant(String folder) {
        lake.last(
                3,
                ChronoUnit.DAYS,
                day -> lake.put(
                        folder + name("'dt='yyyy-MM-dd", day) + "/part-0", lake.size(day, 1000), lake.night(day)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025-04-30, 2025-05-30, 2025-06-30, 2025-07-31, 2025-08-29 | days: last workday
            2025-04-01, 2025-05-01, 2025-06-02, 2025-07-01, 2025-08-01 | days: first workday
            2025-04-07, 2025-05-05, 2025-06-02, 2025-07-07, 2025-08-04 | days: first monday
            2025-03-01, 2025-03-15, 2025-04-01, 2025-04-15, 2025-05-01 | days: [1st, 15th]
            2025-03-22, 2025-04-22, 2025-05-22                         | days: [22nd]
            2025-03-03, 2025-03-05, 2025-03-07, 2025-03-09, 2025-03-11 | every: 2d from 2025-03-03
            2025-03-03, 2025-03-17, 2025-03-31, 2025-04-14             | every: 2w from 2025-03-03
            """)
    void the_rhythm_of_days(String dates, String rhythm) {
        for (String date : dates.split(", ")) {
            LocalDateTime day = LocalDate.parse(date).atStartOfDay();
            lake.put("ledger/dt=" + date + "/part-0", lake.size(day, 1000), lake.night(day));
        }

        assertThat(lake.keys()).contains(rhythm).noneMatch(line -> line.startsWith("absent"));
    }

    @Test
    void a_missing_day_is_an_alert_if_the_rhythm_is_known() {
        LocalDate first = LocalDate.parse("2025-09-01");
        lake.last(153, ChronoUnit.DAYS, day -> {
            boolean isSecond = ChronoUnit.DAYS.between(first, day.toLocalDate()) % 2 == 0;
            if (isSecond && !day.toLocalDate().equals(first.plusDays(130))) {
                lake.put("census/" + name("'dt='yyyy-MM-dd", day) + "/part-0", lake.size(day, 1000), lake.night(day));
            }
        });

        assertThat(lake.keys()).contains("every: 2d from 2025-09-01");
        assertThat(lake.comments()).contains("(dt=2026-01-09)");
    }

    @Test
    void hours_in_folders_of_days_are_hourly() {
        lake.last(
                31 * 24,
                ChronoUnit.HOURS,
                hour -> lake.put(
                        "kpi/" + name("'dt='yyyy-MM-dd/'hour='HH", hour) + "/part-0",
                        lake.size(hour, 1000),
                        hour.plusMinutes(75)));

        assertThat(lake.keys()).startsWith("kpi:", "location: s3://lake/kpi/dt={date}/hour={HH}/", "due: 45m");
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 16, 31, 62})
    void hours_are_found_however_many_folders_there_are(int count) {
        for (String name : List.of("orders", "clicks", "a", "kpi")) {
            lake.last(
                    count * 24,
                    ChronoUnit.HOURS,
                    hour -> lake.put(
                            name + "/" + name("'dt='yyyy-MM-dd/'hour='HH", hour) + "/part-0",
                            9000 + hour.getHour(),
                            hour.plusMinutes(70)));
        }

        assertThat(lake.keys())
                .contains(
                        "location: s3://lake/orders/dt={date}/hour={HH}/",
                        "location: s3://lake/clicks/dt={date}/hour={HH}/",
                        "location: s3://lake/a/dt={date}/hour={HH}/",
                        "location: s3://lake/kpi/dt={date}/hour={HH}/");
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 200, 250, 399, 650})
    void days_are_found_however_many_folders_there_are(int count) {
        lake.last(
                count,
                ChronoUnit.DAYS,
                day -> lake.put(
                        "set" + (char) ('a' + count % 26) + "/" + name("'dt='yyyy-MM-dd", day) + "/part-0",
                        9000 + day.getDayOfYear() % 7,
                        lake.night(day)));

        assertThat(lake.keys())
                .contains("location: s3://lake/set" + (char) ('a' + count % 26) + "/dt={date}/", "- complete: {}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            events/      | events/_delta_log/00000000000000000000.json | Delta
            events/data/ | events/metadata/00000-a.metadata.json       | Iceberg
            events/      | events/.hoodie/20260101.commit              | Hudi
            """)
    void tables_are_recognized(String folder, String log, String format) {
        tenant(folder);
        lake.put(log, 10, NOW.minusDays(1));

        assertThat(lake.keys()).startsWith("events:", "location: s3://lake/" + folder + "dt={date}/");
        assertThat(lake.comments())
                .contains("table in the format " + format, "not which of them belong to the current");
    }

    @Test
    void what_is_in_no_dataset_is_listed_by_example() {
        tenant("crm/orders/");
        lake.put("ref/countries.csv", 10, NOW.minusDays(90)).put("ref/cities.csv", 10, NOW.minusDays(90));

        assertThat(lake.keys()).startsWith("orders:");
        assertThat(lake.comments()).contains("Not included", "s3://lake/ref/cities.csv", "maxAge: 26h");
    }

    private void assertSuggested(String... keys) {
        assertThat(lake.keys()).containsExactly(keys);
        assertThat(lake.complaints()).isEqualTo(List.of());
    }
}
