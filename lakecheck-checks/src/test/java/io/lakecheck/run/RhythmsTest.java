// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.partition.Location;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests datasets that do not have data in every period. */
class RhythmsTest {

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [0, 6, 12, 18] | 0,6,12,18         | 2026-02-01/06
            8-11           | 8,9,10,11         | 2026-02-01/10
            22-1           | 22,23,0,1         | 2026-02-01/01
            """)
    void a_day_can_have_fewer_hours(String hours, String written, String newest) {
        CaseLake.days(9, day -> write(day, written));
        write(LocalDate.parse("2026-02-01"), written);

        assertThat(verify("hours: " + hours))
                .anyMatch(line -> line.startsWith("I kpi " + newest + " recency PASSED: "))
                .anyMatch(line -> line.contains("all of the last 20 hours are complete"));

        lake.delete("lake/2026-01-31/" + two(written.split(",")[1]) + "/part-0");

        assertThat(verify("hours: " + hours))
                .anyMatch(line -> line.contains("1 of the last 20 hours is incomplete: 2026-01-31/"
                        + two(written.split(",")[1]) + " (absent)"));
    }

    /** An outage of several hours was printed as a long list of absent hours, once for each check. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-02-01T08:45:00Z | complete FAILED: 6 of the last 48 hours are incomplete: 2026-02-01/01 to 2026-02-01/06 (absent)
            2026-02-01T07:45:00Z | recency, delta, complete FAILED: absent; expected by 2026-02-01 07:30:00 UTC; failing since 2026-02-01/01 (6 hours)
            """)
    void an_outage_of_hours_is_one_line(String asOf, String line) {
        assertThat(lake.verify(sixMissingHours(), Map.of("asOf", asOf)))
                .filteredOn(printed -> printed.startsWith("E "))
                .singleElement()
                .asString()
                .contains(line);
    }

    @Test
    void an_outage_of_hours_is_one_line_for_each_check_of_a_backtest() {
        assertThat(lake.backtest(sixMissingHours().replace("30m", "5h")))
                .filteredOn(line -> line.startsWith("I     2026-02-01/"))
                .hasSize(3)
                .containsOnly("I     2026-02-01/01 to 2026-02-01/06 (6 hours) FAILED: absent");
    }

    @Test
    void an_outage_with_excluded_objects_is_one_line_of_a_backtest() {
        String suite = sixMissingHours().replace("30m, datasets: { kpi: {", "5h, datasets: { kpi: { exclude: '*.tmp',");
        for (int hour = 1; hour <= 6; hour++) {
            lake.put("lake/2026-02-01/0" + hour + "/a" + hour + ".tmp", 9, "2026-02-01T06:59:00Z");
        }

        assertThat(lake.backtest(suite))
                .filteredOn(line -> line.startsWith("I     2026-02-01/"))
                .hasSize(3)
                .containsOnly("I     2026-02-01/01 to 2026-02-01/06 (6 hours) FAILED:"
                        + " empty except for 1 ignored object (hidden, excluded or not included)");
    }

    @Test
    void an_outage_does_not_hide_stray_folders_in_a_backtest() {
        CaseLake.days(20, day -> lake.put("lake/" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));
        lake.delete("lake/2026-01-30/part-0").delete("lake/2026-01-31/part-0");
        lake.put("lake/null/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(lake.backtest("{ zone: UTC, due: 6h, datasets: { kpi: { location: 'lake/{date}/',"
                        + " checks: [ complete: { last: 9, strays: warn } ] } } }"))
                .anyMatch(line -> line.startsWith("I     2026-01-30 FAILED: "))
                .anyMatch(line -> line.startsWith("I     2026-01-31 FAILED: ") && line.contains("stray folder: null"));
    }

    private String sixMissingHours() {
        for (int hour = 0; hour < 400; hour++) {
            LocalDateTime time = LocalDateTime.parse("2026-02-01T07:00").minusHours(hour);
            if (hour == 0 || hour > 6) {
                write(time.toLocalDate(), Integer.toString(time.getHour()));
            }
        }
        return "{ zone: UTC, due: 30m, datasets: { kpi: { location: 'lake/{date}/{HH}/', checks: [ recency: {},"
                + " delta: { against: median of 7, drop: 50% }, complete: { last: 48 } ] } } }";
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01T09:00:00Z, false", "2026-02-01T19:00:00Z, false", "2026-02-01T20:30:00Z, true"})
    void a_list_of_dates_ends_after_its_last_hour(String asOf, boolean ends) {
        write(LocalDate.parse("2026-02-01"), "0,6,12,18");

        assertThat(lake
                        .verify(
                                "{ zone: UTC, due: 30m, datasets: { kpi: { location: 'lake/{date}/{HH}/',"
                                        + " hours: [0, 6, 12, 18], only: [2026-01-31, 2026-02-01],"
                                        + " checks: [ recency: {} ] } } }",
                                Map.of("asOf", asOf))
                        .stream()
                        .anyMatch(line -> line.contains("the last date in 'only' is 2026-02-01")))
                .isEqualTo(ends);
    }

    @Test
    void rare_days_are_counted_in_messages() {
        for (String day : List.of("2025-09-01", "2025-10-01")) {
            lake.put("lake/" + day + "/part-0", 9000, day + "T23:00:00Z");
        }

        String suite = "{ zone: UTC, datasets: { kpi: { location: 'lake/{date}/', days: 1st,"
                + " checks: [ recency: {}, complete: { last: 5, strays: skip } ] } } }";

        assertThat(lake.verify(suite)).anyMatch(line -> line.contains("failing since 2025-11-01 (3 expected days)"));

        lake.put("lake/2026-01-01/part-0", 9000, "2026-01-01T23:00:00Z");

        assertThat(lake.verify(suite))
                .anyMatch(line -> line.contains("2025-11-01 to 2025-12-01 (2 expected days, absent)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lake/{date}/{HH}/   | hours: [0, 6, 12, 18]           | 9000  | hours
            lake/{date}/{HH}/   | hours: 5, days: [sat]           | 2000  | hours
            lake/{date}/        | days: 1st                       | 400   | days
            lake/{date}/        | days: [mon, tue, wed, thu, fri] | 10000 | days
            """)
    void as_many_periods_are_checked_as_the_suite_states(String location, String calendar, int last, String unit) {
        lake.put("lake/2026-01-31/05/part-0", 9000, "2026-01-31T07:00:00Z");

        assertThat(lake.verify("{ zone: UTC, datasets: { kpi: { location: '" + location + "', " + calendar
                        + ", checks: [ complete: { last: " + last + ", strays: skip } ] } } }"))
                .anyMatch(line -> line.contains(" of the last " + last + " " + unit + " are incomplete: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"previous", "median of 3", "same weekday"})
    void days_that_are_not_listed_are_not_part_of_a_comparison(String baseline) {
        for (String day : List.of("2026-01-03", "2026-01-10", "2026-01-12", "2026-01-17", "2026-01-31")) {
            lake.put("lake/" + day + "/part-0", 9000, LocalDate.parse(day).plusDays(1) + "T03:00:00Z");
        }
        String suite = "{ zone: UTC, due: 6h, datasets: { kpi: { location: 'lake/{date}/',"
                + " only: [2026-01-03, 2026-01-10, 2026-01-17, 2026-01-24, 2026-01-31], except: 2026-01-17,"
                + " checks: [ delta: { against: " + baseline + ", drop: 10% } ] } } }";

        assertThat(lake.verify(suite))
                .anyMatch(line -> line.contains(" delta ")
                        && line.contains(": 2026-01-10")
                        && line.contains("excluded: 2026-01-24 (absent), 2026-01-17 (a holiday or exception date)")
                        && !line.contains(" (outside the calendar)"));
    }

    @Test
    void a_single_hour_can_be_an_exception() {
        String all = IntStream.range(0, 24)
                .mapToObj(Integer::toString)
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        CaseLake.days(2, day -> write(day, all));
        write(LocalDate.parse("2026-02-01"), "0,1,2,3,4,5,6,7,8,9,10");
        lake.delete("lake/2026-01-31/23/part-0");

        assertThat(verify("except: []"))
                .anyMatch(line -> line.contains("1 of the last 20 hours is incomplete: 2026-01-31/23 (absent)"));
        assertThat(verify("except: 2026-01-31T23"))
                .anyMatch(line -> line.contains("all of the last 20 hours are complete"));
    }

    @Test
    void holidays_that_have_run_out_warn() throws IOException {
        Files.writeString(folder.resolve("holidays.txt"), "2025-01-01\n2025-12-25\n");
        CaseLake.days(2, day -> write(day, "20"));

        assertThat(verify("hours: 20, holidays: holidays.txt"))
                .anyMatch(line -> line.startsWith("W kpi 2026-01-31/20 recency WARNED: ")
                        && line.contains("the calendar covers holidays only through 2025-12-31"));
        assertThat(verify("hours: 20, holidays: holidays.txt, validThrough: 2026-12-31"))
                .anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            days: last workday           | 2025-10-31,2025-11-28,2025-12-31,2026-01-30
            days: [1st]                  | 2025-11-01,2025-12-01,2026-01-01,2026-02-01
            days: [1st, 15th]            | 2025-12-15,2026-01-01,2026-01-15,2026-02-01
            days: first monday           | 2025-10-06,2025-11-03,2025-12-01,2026-01-05
            days: last day               | 2025-10-31,2025-11-30,2025-12-31,2026-01-31
            days: [fri, last day]        | 2026-01-16,2026-01-23,2026-01-30,2026-01-31
            every: 2d from 2026-01-05    | 2026-01-25,2026-01-27,2026-01-29,2026-01-31
            every: 2w from 2026-01-05    | 2025-12-08,2025-12-22,2026-01-05,2026-01-19
            every: 3M from 2025-12-31    | 2025-03-31,2025-06-30,2025-09-30,2025-12-31
            """)
    void a_month_can_have_fewer_days(String rhythm, String dates) {
        List<String> days = List.of(dates.split(","));
        days.forEach(day -> lake.put("lake/" + day + "/part-0", 9000, day + "T23:00:00Z"));

        assertThat(verifyDays(rhythm))
                .anyMatch(line -> line.startsWith("I kpi " + days.get(3) + " recency PASSED: "))
                .anyMatch(line ->
                        line.startsWith("I kpi " + days.get(3) + " delta PASSED: ") && line.contains(days.get(2)))
                .anyMatch(line -> line.contains("all of the last 4 days are complete"));

        lake.delete("lake/" + days.get(2) + "/part-0");

        assertThat(verifyDays(rhythm))
                .anyMatch(line -> line.contains("1 of the last 4 days is incomplete: " + days.get(2) + " (absent)"));
    }

    @Test
    void a_workday_is_no_holiday() {
        lake.put("lake/2026-01-29/part-0", 9000, "2026-01-29T23:00:00Z");

        assertThat(lake.verify("{ zone: UTC, datasets: { kpi: { location: 'lake/{date}/', days: last workday,"
                        + " except: 2026-01-30, checks: [ recency: {} ] } } }"))
                .anyMatch(line -> line.startsWith("I kpi 2026-01-29 recency PASSED: "));
    }

    @Test
    void usual_counts_only_the_days_of_a_month_with_data() {
        for (int month = 0; month < 14; month++) {
            String day = LocalDate.parse("2024-12-01").plusMonths(month).toString();
            lake.put("lake/" + day + "/part-0", 9000 + 100 * (month % 3), day + "T23:00:00Z");
        }
        lake.put("lake/2026-02-01/part-0", 2000, "2026-02-01T11:00:00Z");

        assertThat(lake.verify(
                        "{ zone: UTC, datasets: { kpi: { location: 'lake/{date}/', days: 1st,"
                                + " checks: [ delta: {} ] } } }",
                        Map.of("partition", "2026-02-01")))
                .anyMatch(line -> line.startsWith("E kpi 2026-02-01 delta FAILED: ")
                        && line.contains("8 expected days")
                        && !line.contains("Sunday"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            45_000 | usual                                             | E kpi 2026-02-01 delta FAILED: 45 kB | so were 2026-01-01, 2025-12-01, 2025-11-01: for an event on the same day of each month, set against: same day of month
            9_000  | usual                                             | W kpi 2026-02-01 delta WARNED: 9 kB  | unlike 2026-01-01, 2025-12-01, 2025-11-01: for an event on the same day of each month, set against: same day of month
            45_000 | 'same day of month, drop: 20%, rise: 20%'         | I kpi 2026-02-01 delta PASSED        | 2026-01-01
            9_000  | 'same day of month, drop: 20%, rise: 20%'         | E kpi 2026-02-01 delta FAILED: -80 % | 2026-01-01
            """)
    void an_event_on_each_first_of_the_month_is_recognized(String newest, String against, String start, String reason) {
        assertThat(verifyEvents(day -> day.getDayOfMonth() == 1, LocalDate.parse("2026-02-01"), newest, against))
                .anyMatch(line -> line.startsWith(start) && line.contains(reason));
    }

    /** Checks the last of 140 days, of which some are much larger than the others. */
    private List<String> verifyEvents(Predicate<LocalDate> isEvent, LocalDate last, String newest, String against) {
        for (LocalDate day = last.minusDays(140); day.isBefore(last); day = day.plusDays(1)) {
            long bytes = isEvent.test(day) ? 45_000 : 9000 + 10 * (day.toEpochDay() % 7);
            lake.put("lake/" + day + "/part-0", bytes, day + "T23:00:00Z");
        }
        lake.put("lake/" + last + "/part-0", Long.parseLong(newest.replace("_", "")), last + "T23:00:00Z");
        return lake.verify(
                "{ zone: UTC, datasets: { kpi: { location: 'lake/{date}/', checks: [ delta: { against: " + against
                        + " } ] } } }",
                Map.of("asOf", last.plusDays(1) + "T12:00:00Z"));
    }

    /** Month ends have different numbers, and a month-end closing is as common as an event on the 1st. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            45_000 | usual                                     | E kpi 2025-11-30 delta FAILED: 45 kB | so were 2025-10-31, 2025-09-30, 2025-08-31: for an event
            9_000  | usual                                     | W kpi 2025-11-30 delta WARNED: 9 kB  | unlike 2025-10-31, 2025-09-30, 2025-08-31: for an event
            45_000 | 'same day of month, drop: 20%, rise: 20%' | I kpi 2025-11-30 delta PASSED        | same day of month: 2025-10-31
            9_000  | 'same day of month, drop: 20%, rise: 20%' | E kpi 2025-11-30 delta FAILED: -80 % | same day of month: 2025-10-31
            """)
    void an_event_on_the_last_day_of_each_month_is_recognized(
            String newest, String against, String start, String reason) {
        assertThat(verifyEvents(
                        day -> day.plusDays(1).getDayOfMonth() == 1, LocalDate.parse("2025-11-30"), newest, against))
                .anyMatch(line -> line.startsWith(start) && line.contains(reason));
    }

    /** Days without an event are within the usual range, and so is an event that happened a year ago as well. */
    @ParameterizedTest
    @CsvSource({"15, 15", "1, 15", "31, 31"})
    void a_day_that_is_like_the_same_day_of_earlier_months_is_not_doubted(int first, int second) {
        CaseLake.days(400, day -> {
            int number = day.plusDays(1).getDayOfMonth() == 1 ? 31 : day.getDayOfMonth();
            long bytes = number == first || number == second ? 45_000 : 9000 + 10 * (day.toEpochDay() % 7);
            lake.put("lake/" + day + "/part-0", bytes, day + "T23:00:00Z");
        });

        assertThat(lake.backtest(
                        "{ zone: UTC, datasets: { kpi: { location: 'lake/{date}/', checks: [ delta: {} ] } } }"))
                .anyMatch(line -> line.startsWith("I kpi delta  alerted on "))
                .noneMatch(line -> line.contains("unlike"));
    }

    @Test
    void a_backtest_checks_only_expected_days() {
        for (int month = 0; month < 14; month++) {
            String day = LocalDate.parse("2024-12-01").plusMonths(month).toString();
            lake.put("lake/" + day + "/part-0", month == 12 ? 1000 : 9000, day + "T23:00:00Z");
        }

        assertThat(lake.backtest("{ zone: UTC, datasets: { kpi: { location: 'lake/{date}/', days: 1st,"
                        + " checks: [ delta: { against: previous, drop: 50% } ] } } }"))
                .anyMatch(line -> line.contains("2025-12-01"))
                .noneMatch(line -> line.contains("2025-12-02"));
    }

    @Test
    void a_partition_can_cover_a_quarter_of_an_hour() {
        quarterHours(2);
        String suite = suite("{date}/{HHmm}/", "period: 15m, due: 5m", "complete: { last: 96, strays: skip }");

        assertThat(lake.verify(suite))
                .anyMatch(line -> line.startsWith("I kpi 2026-02-01/1130 recency PASSED: ")
                        && line.contains("expected by 2026-02-01 11:50"))
                .anyMatch(line ->
                        line.startsWith("I kpi 2026-02-01/1130 delta PASSED: ") && line.contains("2026-02-01/1115"))
                .anyMatch(line -> line.contains("all of the last 96 intervals of 15 minutes are complete"));

        lake.delete("lake/2026-01-31/2345/part-0");

        assertThat(lake.verify(suite))
                .anyMatch(line -> line.contains(
                        "1 of the last 96 intervals of 15 minutes is incomplete: 2026-01-31/2345 (absent)"));
    }

    private void quarterHours(int days) {
        LocalDateTime end = LocalDateTime.parse("2026-02-01T12:00");
        for (LocalDateTime time = end.minusDays(days); time.isBefore(end); time = time.plusMinutes(15)) {
            String path =
                    time.toLocalDate() + "/" + time.toLocalTime().toString().replace(":", "");
            lake.put(
                    "lake/" + path + "/part-0",
                    9000,
                    time.plusMinutes(14).toInstant(ZoneOffset.UTC).toString());
        }
    }

    private static String suite(String location, String keys, String more) {
        return "{ zone: UTC, datasets: { kpi: { location: 'lake/" + location + "', " + keys
                + ", checks: [ recency: {}, delta: { against: previous, drop: 10% }, " + more + " ] } } }";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {yyyy}-Q{Q}          | 2025-Q4   | 2025-Q3   | 2025-Q2   | quarters
            {yyyy}               | 2025      | 2024      | 2023      | years
            FY{yyyy+9M}          | FY2025    | FY2024    | FY2023    | years
            FY{yyyy+9M}/Q{Q+9M}  | FY2026/Q3 | FY2026/Q2 | FY2026/Q1 | quarters
            FY{yyyy+9M}/M{MM+9M} | FY2026/M10 | FY2026/M09 | FY2026/M08 | months
            FY{yyyy+9M}/{MM}     | FY2026/01 | FY2026/12 | FY2026/11 | months
            {yyyyMMdd}-{yyyyMMdd+1M} | 20260101-20260201 | 20251201-20260101 | 20251101-20251201 | months
            {date+1M-1d}         | 2026-01-31 | 2025-12-31 | 2025-11-30 | months
            """)
    void a_partition_can_cover_a_longer_period(
            String location, String newest, String previous, String before, String unit) {
        for (String name : List.of(newest, previous, before)) {
            lake.put("lake/" + name + "/part-0", 9000, "2026-01-01T10:00:00Z");
        }
        String suite = suite(location + "/", "due: 1h", "complete: { last: 3, strays: skip }");

        assertThat(lake.verify(suite))
                .anyMatch(line -> line.contains(" kpi " + newest + " delta PASSED: ") && line.contains(previous))
                .anyMatch(line -> line.contains("all of the last 3 " + unit + " are complete"));

        lake.delete("lake/" + previous + "/part-0");

        assertThat(lake.verify(suite)).anyMatch(line -> line.contains("is incomplete: " + previous + " (absent)"));
        assertThat(lake.verify(suite, Map.of("partition", previous)))
                .anyMatch(line -> line.startsWith("E kpi " + previous + " recency, delta FAILED: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dt={date}/exp={date+7d}",
                "dt={date}/exp={date+12M}",
                "{date-6d}_{date}",
                "{yyyyMMdd}-{yyyyMMdd+7d}",
                "{yyyyMMdd-12M}-{yyyyMMdd}"
            })
    void a_second_date_does_not_hide_missing_days(String location) {
        Location lastDays = Location.of("lake/" + location + "/");
        CaseLake.days(30, day -> {
            if (day.isBefore(LocalDate.parse("2026-01-27"))) {
                Span span = new Span(Period.DAY, day.atStartOfDay(), ZoneOffset.UTC, Duration.ZERO);
                lake.put(lastDays.at(span) + "part-0", 9000, day + "T23:00:00Z");
            }
        });

        assertThat(lake.verify(suite(location + "/", "due: 1h", "complete: { last: 7, strays: skip }")))
                .filteredOn(line -> line.startsWith("E kpi "))
                .singleElement()
                .asString()
                .contains(" recency, delta, complete FAILED: absent; ", "failing since ", " (5 days)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {yyyy}/{MM}   | 2026/01     | 2026-01-01 | month
            {yyyy}-Q{Q}   | 2025-Q4     | 2025-10-01 | quarter
            {YYYY-'W'ww}  | 2026-W04    | 2026-01-21 | week
            {date}/{HH}   | 2026-02-01/10 | 2026-02-01 | day
            """)
    void an_odd_date_excludes_the_partition_that_it_names(String location, String partition, String odd, String unit) {
        lake.put("lake/" + partition + "/part-0", 9000, "2026-02-01T10:59:00Z");

        assertThat(lake.verify(suite(location + "/", "due: 1h, odd: " + odd, "size: { min: 1 }")
                        .replace("'", "\"")
                        .replace("\"W\"", "'W'")))
                .anyMatch(line -> line.contains(" SKIPPED: not compared; the " + unit + " is marked as odd"));
    }

    private List<String> verifyDays(String rhythm) {
        return lake.verify(
                "{ zone: UTC, datasets: { kpi: { location: 'lake/{date}/', " + rhythm
                        + ", checks: [ recency: {}, delta: { against: previous, drop: 10% }, complete: { last: 4, strays: skip } ] } } }",
                rhythm.contains("1st") ? Map.of("asOf", "2026-02-02T12:00:00Z") : Map.of());
    }

    private void write(LocalDate day, String hours) {
        for (String hour : hours.split(",")) {
            lake.put("lake/" + day + "/" + two(hour) + "/part-0", 9000, day + "T" + two(hour) + ":59:00Z");
        }
    }

    private static String two(String hour) {
        return String.format(Locale.ROOT, "%02d", Integer.parseInt(hour));
    }

    private List<String> verify(String key) {
        return lake.verify("{ zone: UTC, due: 30m, datasets: { kpi: { location: 'lake/{date}/{HH}/', " + key
                + ", checks: [ recency: {}, complete: { last: 20, strays: skip } ] } } }");
    }
}
