// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests warnings about data that passes all limits but is probably not what the suite means. */
class SuspiciousDataTest {

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-31T03:00:00Z | complete 2026-01-31 03:00:00 UTC, 21 h before its day ended
            2026-01-30T22:00:00Z | was written 2026-01-30 22:00:00 UTC, before its day began
            1970-01-01T00:00:00Z | was written 1970-01-01 00:00:00 UTC, before its day began
            """)
    void data_that_is_older_than_the_end_of_its_day_warns(String written, String reason) {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9000, written);

        assertThat(verify("lake/kpi/dt={date}/", "recency: {}, size: { min: 1 }"))
                .anyMatch(line -> line.startsWith("W kpi dt=2026-01-31 recency WARNED: ") && line.contains(reason))
                .anyMatch(line -> line.contains(" size PASSED: "));
        assertThat(verify("lake/kpi/dt={date}/", "size: { min: 1 }"))
                .anyMatch(line -> line.startsWith("W kpi dt=2026-01-31 size WARNED: ") && line.contains(reason));
    }

    @Test
    void a_marker_that_is_older_than_its_day_warns() {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/kpi/dt=2026-01-31/_SUCCESS", 0, "2020-01-01T00:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "recency: { marker: _SUCCESS, sealed: false }"))
                .anyMatch(line -> line.startsWith("W ")
                        && line.contains("complete 2020-01-01 00:00:00 UTC, before its day began; check that this"
                                + " run wrote the marker (")
                        && !line.contains("shift"));
    }

    @ParameterizedTest
    @CsvSource({"date-1d, 2026-01-30", "date+7d, 2026-02-07", "date+2d, 2026-02-02"})
    void only_names_of_the_next_day_explain_early_data(String date, String name) {
        lake.put("lake/kpi/" + name + "/part-0", 9000, "2026-01-31T03:00:00Z");

        assertThat(verify("lake/kpi/{" + date + "}/", "recency: {}"))
                .anyMatch(line -> line.contains(" recency WARNED: ") && line.contains("21 h before its day ended"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "location: 'lake/tenant={tenant}/dt={date}/', each: { tenant: [a, b] }",
                "location: 'lake/tenant={tenant}/dt={date}/', each: { tenant: '*' }, new: ok",
                "location: 'lake/parts/dt={date}/', parts: { c: [a, b] }",
                "location: 'lake/kpi_{yyyyMMdd}.csv'",
                "location: 'lake/kpi_{yyyyMMdd}*.csv'"
            })
    void early_data_warns_in_all_kinds_of_datasets(String dataset) {
        String time = "2026-01-31T03:00:00Z";
        lake.put("lake/tenant=a/dt=2026-01-31/part-0", 9000, time)
                .put("lake/tenant=b/dt=2026-01-31/part-0", 9000, time)
                .put("lake/parts/dt=2026-01-31/c=a/part-0", 9000, time)
                .put("lake/parts/dt=2026-01-31/c=b/part-0", 9000, time)
                .put("lake/kpi_20260131.csv", 9000, time);

        assertThat(lake.verify(
                        "{ zone: UTC, due: 6h, datasets: { kpi: { " + dataset + ", checks: [ recency: {} ] } } }"))
                .filteredOn(line -> line.contains(" recency "))
                .allMatch(line -> line.startsWith("W ") && line.contains("21 h before its day ended"))
                .isNotEmpty();
    }

    @Test
    void an_hour_that_was_complete_before_its_end_warns_if_it_has_a_marker() {
        lake.put("lake/kpi/2026-02-01/05/part-0", 9000, "2026-02-01T05:10:00Z")
                .put("lake/kpi/2026-02-01/05/_SUCCESS", 0, "2026-02-01T05:11:00Z");

        assertThat(verify("lake/kpi/{date}/{HH}/", "recency: { marker: _SUCCESS }"))
                .anyMatch(line -> line.contains(" WARNED: ") && line.contains("49 min before its hour ended"));
    }

    @Test
    void early_data_warns_in_a_backtest_even_if_complete_is_the_first_check() {
        CaseLake.days(9, day -> lake.put("lake/kpi/dt=" + day + "/part-0", 9000, day + "T03:00:00Z"));

        assertThat(lake.backtest(suite("lake/kpi/dt={date}/", "", "complete: { last: 3 }")))
                .anyMatch(line -> line.contains("kpi complete  alerted on 9 of "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"size: { min: 1 }", "complete: { last: 1 }", "delta: { against: previous, drop: 10% }"})
    void data_that_was_written_in_the_future_warns_whatever_the_check(String check) {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9000, "2200-01-01T00:00:00Z")
                .put("lake/kpi/dt=2026-01-30/part-0", 9000, "2026-01-31T03:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", check))
                .anyMatch(line -> line.startsWith("W kpi dt=2026-01-31 ")
                        && line.contains("part-0 was written 2200-01-01 00:00:00 UTC, which is in the future"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"previous", "mean of 3", "median of 3 same-weekday"})
    void a_day_that_was_written_in_the_future_is_no_baseline(String baseline) {
        CaseLake.days(28, day -> lake.put("lake/kpi/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));
        lake.put("lake/kpi/dt=2026-01-30/part-0", 90_000, "2200-01-01T00:00:00Z")
                .put("lake/kpi/dt=2026-01-24/part-0", 90_000, "2200-01-01T00:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "delta: { against: " + baseline + ", drop: 10% }"))
                .anyMatch(line -> line.contains(" delta PASSED: 0 % ") && line.contains(" (written in the future)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            recency: { maxAge: 1d }              | last written 2200-01-01 00:00:00 UTC; expected no later than
            size: { min: 1 }                     | part-0 was written 2200-01-01 00:00:00 Z, which is in the future
            recency: { maxAge: 1d }, size: { min: 1 } | last written 2200-01-01 00:00:00 UTC; expected no later than
            """)
    void undated_data_that_was_written_in_the_future_warns(String checks, String reason) {
        lake.put("lake/kpi/part-0", 9000, "2200-01-01T00:00:00Z");

        for (String asOf : List.of("2026-02-01T12:00:00Z", "2200-01-01T06:00:00Z")) {
            assertThat(lake.verify(suite("lake/kpi/", "", checks), Map.of("asOf", asOf)))
                    .filteredOn(line -> line.startsWith("W "))
                    .anyMatch(line -> line.contains(" WARNED: ") && line.contains(reason));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lake/kpi/", "lake/days/dt={date}/"})
    void a_check_that_is_far_in_the_future_warns(String location) {
        lake.put("lake/kpi/part-0", 9000, "2026-01-31T03:00:00Z")
                .put("lake/days/dt=2299-12-31/part-0", 9000, "2026-01-31T03:00:00Z");

        assertThat(lake.verify(suite(location, "", "size: { min: 1 }"), Map.of("asOf", "2300-01-01T12:00:00Z")))
                .filteredOn(line -> line.startsWith("W "))
                .anyMatch(line -> line.contains(" size WARNED: ")
                        && line.contains(
                                "the time of the check (2300-01-01 12:00:00 UTC) is more than a year ahead of "));
        assertThat(lake.verify(suite(location, "", "size: { min: 1 }"), Map.of("asOf", "2300-01-01T12:00:00Z")))
                .noneMatch(line -> line.contains(" PASSED"));
    }

    @Test
    void a_marker_that_is_older_than_the_end_of_its_day_warns() {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9000, "2026-01-31T02:00:00Z")
                .put("lake/kpi/dt=2026-01-31/part-1", 9000, "2026-01-31T11:00:00Z")
                .put("lake/kpi/dt=2026-01-31/_SUCCESS", 0, "2026-01-31T12:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "recency: { marker: _SUCCESS }"))
                .anyMatch(line -> line.contains(" recency WARNED: ") && line.contains(", 12 h before its day ended"));
    }

    @Test
    void a_partition_that_is_not_due_warns_if_its_period_has_not_begun() {
        lake.put("lake/kpi/dt=2026-02-01/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/kpi/dt=2026-02-05/part-0", 9000, "2026-02-01T03:00:00Z");
        String suite = suite("lake/kpi/dt={date}/", "", "recency: {}");

        assertThat(lake.verify(suite, Map.of("partition", "2026-02-05")))
                .anyMatch(line -> line.contains(" recency WARNED: ") && line.contains(", before its day began"));
        assertThat(lake.verify(suite, Map.of("partition", "2026-02-01")))
                .anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @Test
    void a_few_bytes_that_were_written_too_early_pass() {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 2000, "2026-01-30T22:00:00Z")
                .put("lake/kpi/dt=2026-01-31/part-1", 300_000, "2026-02-01T03:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "recency: {}")).anyMatch(line -> line.contains(" recency PASSED: "));

        lake.put("lake/kpi/dt=2026-01-31/part-0", 4000, "2026-01-30T22:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "recency: {}"))
                .anyMatch(line -> line.contains(" recency WARNED: ") && line.contains("part-0 was written 2026-01-30"));
    }

    @ParameterizedTest
    @CsvSource({
        "lake/kpi/dt={date}/, lake/kpi/dt=2026-01-31/, 2026-01-31T18:30:00Z",
        "lake/kpi/{YYYY}-W{ww}/, lake/kpi/2026-W04/, 2026-01-23T20:00:00Z",
        "lake/kpi/{yyyy-MM}/, lake/kpi/2026-01/, 2026-01-30T20:00:00Z"
    })
    void a_job_that_runs_in_the_second_half_of_its_period_passes(String location, String partition, String written) {
        lake.put(partition + "part-0", 9000, written).put(partition + "_SUCCESS", 0, written);

        assertThat(verify(location, "recency: {}")).anyMatch(line -> line.contains(" recency PASSED: "));
        assertThat(verify(location, "recency: { marker: _SUCCESS }"))
                .anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @ParameterizedTest
    @CsvSource({
        "lake/kpi/{YYYY}-W{ww}/, lake/kpi/2026-W04/, 2026-01-19T04:00:00Z, week",
        "lake/kpi/{yyyy-MM}/, lake/kpi/2026-01/, 2026-01-02T04:00:00Z, month"
    })
    void a_job_that_runs_when_its_period_begins_warns(
            String location, String partition, String written, String period) {
        lake.put(partition + "part-0", 9000, written);

        assertThat(verify(location, "recency: {}"))
                .anyMatch(line ->
                        line.contains(" recency WARNED: ") && line.contains(" before its " + period + " ended"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {yyyyMMdd}-{yyyyMMdd+1M}  | 20260101-20260201           | 2026-01-02 | by one month, for example {yyyy-MM+1M}
            {date+1M-1d}              | 2026-01-31                  | 2026-01-02 | by one month, for example {yyyy-MM+1M}
            FY{yyyy+9M}               | FY2025                      | 2024-04-02 | by one year, for example {yyyy+12M}
            FY{yyyy+9M}-Q{Q+9M}       | FY2026-Q3                   | 2025-10-02 | by one quarter, for example {yyyy+3M}-Q{Q+3M}
            FY{yyyy+9M}/M{MM+9M}      | FY2026/M10                  | 2026-01-02 | by one month, for example {yyyy-MM+1M}
            FY{yyyy+9M}/{date}        | FY2026/2026-01-31           | 2026-01-31 | by one day, for example {date+1d}
            dt={date}/exp={date+7d}   | dt=2026-01-31/exp=2026-02-07 | 2026-01-31 | by one day, for example {date+1d}
            {yyyy}-Q{Q}               | 2025-Q4                     | 2025-10-02 | by one quarter, for example {yyyy+3M}-Q{Q+3M}
            {YYYY-'W'ww}              | 2026-W04                    | 2026-01-19 | by one week, for example {YYYY-'W'ww+1w}
            """)
    void early_data_warns_if_a_shift_does_not_name_another_period(
            String location, String partition, String day, String advice) {
        lake.put("lake/" + partition + "/part-0", 9000, day + "T04:00:00Z");

        assertThat(lake.verify("{ zone: UTC, due: 6h, datasets: { kpi: { location: \"lake/" + location
                        + "/\", checks: [ recency: {} ] } } }"))
                .anyMatch(line -> line.contains(" recency WARNED: ") && line.contains("shift it " + advice));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {yyyy+1M}/{MM+1M}       | 2026/02            | 2026-01-02
            {yyyy+12M}              | 2026               | 2025-01-02
            {yyyy+3M}-Q{Q+3M}       | 2026-Q1            | 2025-10-02
            {yyyy}/{MM}/{date+1d}   | 2026/01/2026-02-01 | 2026-01-31
            """)
    void early_data_for_the_next_period_passes(String location, String partition, String day) {
        lake.put("lake/" + partition + "/part-0", 9000, day + "T04:00:00Z");

        assertThat(verify("lake/" + location + "/", "recency: {}"))
                .anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @Test
    void doubts_do_not_keep_a_check_from_being_suggested() {
        CaseLake.days(40, day -> lake.put("lake/kpi/dt=" + day + "/part-0", 9000, day + "T10:00:00Z"));

        assertThat(lake.suggest()).anyMatch(line -> line.matches(".*\\s- recency: .*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lake/kpi/dt={date+1d}/", "lake/stream/dt={date}/", "lake/hours/{date}/{HH}/"})
    void data_that_may_be_older_than_the_end_of_its_period_passes(String location) {
        lake.put("lake/kpi/dt=2026-02-01/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/stream/dt=2026-01-31/part-0", 9000, "2026-01-31T00:01:00Z")
                .put("lake/stream/dt=2026-01-31/part-1", 9000, "2026-01-31T23:01:00Z")
                .put("lake/hours/2026-02-01/05/part-0", 9000, "2026-02-01T05:10:00Z");

        assertThat(verify(location, "recency: {}")).anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            _region=a/part-0 | 90000 | 2026-02-01T02:00:00Z | 90 kB, more than the data;
            _region=a/part-0 | 1000  | 2026-02-01T05:00:00Z | 1 kB, and are newer than the data;
            .staging/part-0  | 90000 | 2026-02-01T05:00:00Z | 90 kB, more than the data and are newer;
            """)
    void ignored_objects_that_are_larger_or_newer_than_the_data_warn(
            String name, long bytes, String written, String reason) {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/kpi/dt=2026-01-31/" + name, bytes, written);

        assertThat(verify("lake/kpi/dt={date}/", "size: { min: 1 }"))
                .anyMatch(line -> line.startsWith("W ") && line.contains(name + ", have " + reason));
    }

    @ParameterizedTest
    @CsvSource({
        "_SUCCESS, 100000",
        "_committed_4711, 500",
        "_metadata, 100000",
        "_manifest.json, 100000",
        "_schema.json, 1500",
        "_stats, 1500",
        "_metadata.json, 1500",
        ".hoodie_partition_metadata, 1500",
        "_region=a/part-0, 890",
        ".part-0.crc, 500",
        "_delta_log/00.json, 100000",
        "_region=a/part-0, 80"
    })
    void bookkeeping_and_few_ignored_bytes_pass(String name, long bytes) {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/kpi/dt=2026-01-31/" + name, bytes, "2026-02-01T05:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "size: { min: 1 }")).anyMatch(line -> line.contains(" size PASSED: "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lake/{date}.csv     | include: '**'   | lake/2026-01-31.csv.gz     | 2026-01-31.csv.gz
            lake/{date}/        | include: '*.gz' | lake/2026-01-31/a.csv      | 2026-01-31/a.csv
            lake/{date}/        | exclude: '*.gz' | lake/2026-01-31/a.gz       | 2026-01-31/a.gz
            """)
    void an_object_that_is_not_counted_is_named_if_there_is_no_other(
            String location, String filter, String file, String name) {
        lake.put(file, 9000, "2026-02-01T03:00:00Z");

        assertThat(lake.verify(suite(location, filter + ", ", "recency: {}, size: { min: 1 }")))
                .anyMatch(line -> line.contains(" recency, size FAILED: empty except for 1 ignored object"
                        + " (hidden, excluded or not included), such as " + name + "; "));
    }

    @Test
    void excluded_objects_never_warn() {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/kpi/dt=2026-01-31/_tmp/part-0", 90_000, "2026-02-01T05:00:00Z");

        assertThat(lake.verify(suite("lake/kpi/dt={date}/", "exclude: \"_tmp/**\", ", "size: { min: 1 }")))
                .anyMatch(line -> line.contains(" size PASSED: "));
    }

    @Test
    void hidden_objects_that_are_as_large_as_the_data_warn() {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/kpi/dt=2026-01-31/_region=a/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "size: { min: 1 }"))
                .anyMatch(line -> line.startsWith("W ") && line.contains("have 9 kB, as much as the data; set"));
    }

    @Test
    void a_folder_outside_the_calendar_warns() {
        CaseLake.days(31, day -> lake.put("lake/kpi/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));
        String suite = suite("lake/kpi/dt={date}/", "except: 2026-01-24, ", "complete: { last: 7, strays: fail }");

        assertThat(lake.verify(suite))
                .anyMatch(line ->
                        line.startsWith("W ") && line.contains("stray folder: dt=2026-01-24 (outside the calendar)"));
    }

    @Test
    void folders_with_another_name_are_named_if_the_dataset_has_none() {
        CaseLake.days(9, day -> lake.put("lake/kpi/date=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));

        assertThat(verify("lake/kpi/dt={date}/", "recency: {}, size: { min: 1 }, delta: {}"))
                .anyMatch(line -> line.startsWith("E kpi dt=2026-01-31 recency, size, delta FAILED: absent; ")
                        && line.contains(
                                "/lake/kpi/ has a name such as dt=2026-01-31, only date=2026-01-23, date=2026-01-24")
                        && line.contains(" and 4 more"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lake/kpi/dt={date}/orders/      | dt=2026-01-31/order  | dt=2026-01-31/ has a name such as orders, only dt=2026-01-31/order
            lake/kpi/dt={date}/orders/      | dt=2026-01-31/x/orders | dt=2026-01-31/ has a name such as orders, only dt=2026-01-31/x
            lake/kpi/{yyyy}/{MM}/d={dd}/    | 2026/01/day=31       | 2026/01/ has a name such as d=31, only 2026/01/day=31
            lake/kpi/{yyyyMM}/orders/d={d}/ | 202601/orders/day=31 | orders/ has a name such as d=31, only 202601/orders/day=31
            lake/kpi/{yyyyMM}/orders/d={d}/ | 202601/order/d=31    | 202601/ has a name such as orders/d=31, only 202601/order
            """)
    void a_misspelled_folder_below_a_date_is_named(String location, String folder, String found) {
        lake.put("lake/kpi/" + folder + "/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(verify(location, "recency: {}"))
                .anyMatch(line -> line.contains(" FAILED: absent; ") && line.contains(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recency: {}", "delta: { against: previous, drop: 10% }", "complete: { last: 3 }"})
    void a_folder_that_is_misspelled_since_today_is_named(String check) {
        CaseLake.days(9, day -> {
            String name = day.equals(LocalDate.parse("2026-01-31")) ? "order" : "orders";
            lake.put("lake/kpi/dt=" + day + "/" + name + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z");
        });

        assertThat(verify("lake/kpi/dt={date}/orders/", check))
                .anyMatch(line -> line.contains(" FAILED: ")
                        && line.contains("dt=2026-01-31/ has a name such as orders, only dt=2026-01-31/order"));
        assertThat(lake.verify(suite("lake/kpi/dt={date}/orders/", "absent: ok, ", "recency: {}")))
                .anyMatch(line -> line.contains(" recency SKIPPED: absent; "));
    }

    @Test
    void a_folder_next_to_a_missing_one_is_named() {
        lake.put("lake/kpis/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "recency: {}"))
                .anyMatch(line -> line.contains("/lake/kpi/ contains no folders; next to it: kpis"));
        assertThat(verify("lake/kpi/", "recency: { maxAge: 1d }"))
                .anyMatch(line -> line.contains("/lake/kpi/ contains no folders; next to it: kpis"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lake/kpi/dt={date}/      | has a name such as dt=2026-01-31, only date=2026-01-23, date=2026-01-24
            lake/kpis/dt={date}/     | /lake/kpis/ contains no folders; next to it: k, kpi
            lake/k/{yyyy}/m={M}/{d}/ | /lake/k/2026/ has a name such as m=1/31, only 2026/01
            lake/x_{yyyyMMdd}.csv    | /lake/ contains other objects, for example k/2026/01/31/part-0, kpi/date=2026-01-23/part-0
            """)
    void a_misspelled_name_warns_if_the_partition_may_be_absent(String location, String found) {
        CaseLake.days(9, day -> lake.put("lake/kpi/date=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));
        lake.put("lake/k/2026/01/31/part-0", 9000, "2026-02-01T03:00:00Z");

        for (String checks : List.of("recency: {}, size: { min: 1 }", "size: { min: 1 }", "complete: { last: 3 }")) {
            assertThat(lake.verify(suite(location, "absent: ok, ", checks)))
                    .anyMatch(line -> line.startsWith("W ") && line.contains(" WARNED: ") && line.contains(found));
        }
        assertThat(lake.verify(suite("lake/kpis/", "absent: ok, ", "recency: { maxAge: 1d }")))
                .anyMatch(line -> line.startsWith("W ") && line.contains("contains no folders; next to it: k, kpi"));
    }

    @Test
    void an_absent_partition_is_allowed_if_others_of_its_name_exist() {
        CaseLake.days(9, day -> lake.put("lake/kpi/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z")
                .put("lake/kpi_" + day.toString().replace("-", "") + ".csv", 9000, day.plusDays(1) + "T03:00:00Z"));
        lake.delete("lake/kpi/dt=2026-01-31/part-0")
                .delete("lake/kpi_20260131.csv")
                .put("lake/kpi/old/part-0", 1, "2026-01-01T03:00:00Z");

        for (String location : List.of("lake/kpi/dt={date}/", "lake/kpi_{yyyyMMdd}.csv")) {
            assertThat(lake.verify(suite(location, "absent: ok, ", "recency: {}")))
                    .anyMatch(line -> line.contains(" recency SKIPPED: absent; "));
        }
    }

    @Test
    void names_of_other_datasets_explain_nothing() {
        CaseLake.days(
                9,
                day -> lake.put(
                        "lake/kpi_" + day.toString().replace("-", "") + ".csv", 9000, day.plusDays(1) + "T03:00:00Z"));
        String errors = "errors: { location: 'lake/errors_{yyyyMMdd}.csv', absent: ok, checks: [ recency: {} ] }";

        assertThat(lake.verify("{ zone: UTC, due: 6h, datasets: { " + errors
                        + ", kpi: { location: 'lake/kpi_{yyyyMMdd}.csv', checks: [ recency: {} ] } } }"))
                .anyMatch(line -> line.startsWith("I errors ") && line.contains(" recency SKIPPED: absent; "));
    }

    @Test
    void more_than_one_page_of_objects_explains_nothing() {
        for (int i = 0; i < 1001; i++) {
            lake.put("lake/a_" + i + ".csv", 1, "2026-01-01T03:00:00Z");
        }
        lake.put("lake/kpi_20260115.csv", 9000, "2026-01-16T03:00:00Z");

        assertThat(lake.verify(suite("lake/kpi_{yyyyMMdd}.csv", "absent: ok, ", "recency: {}")))
                .anyMatch(line -> line.contains(" recency SKIPPED: absent; "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rare, daily", "daily, rare"})
    void datasets_in_one_folder_explain_absence_independently(String order) {
        for (int i = 0; i < 1001; i++) {
            lake.put("lake/a_" + i + ".csv", 1, "2026-01-01T03:00:00Z");
        }
        Map<String, String> datasets = Map.of(
                "rare", "rare: { location: 'lake/kpi_{yyyyMMdd}.csv', absent: ok, checks: [ recency: {} ] }",
                "daily", "daily: { location: 'lake/kpi_{yyyyMMdd}.csv', checks: [ recency: {} ] }");

        assertThat(lake.verify(Stream.of(order.split(", "))
                        .map(datasets::get)
                        .collect(Collectors.joining(", ", "{ zone: UTC, due: 6h, datasets: { ", " } }"))))
                .anyMatch(line -> line.startsWith("I rare ") && line.contains(" recency SKIPPED: absent; "))
                .anyMatch(line -> line.startsWith("E daily ") && line.contains("/lake/ contains other objects, "));
    }

    @Test
    void a_folder_next_to_a_missing_one_further_above_is_named() {
        lake.put("lake/refined/daily/kpi/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(verify("lake/refind/daily/kpi/dt={date}/", "recency: {}"))
                .anyMatch(line -> line.contains("/lake/refind/ contains no folders; next to it: refined ("));
        assertThat(verify("lake/refined/dialy/kpi/dt={date}/", "recency: {}"))
                .anyMatch(line -> line.contains("/lake/refined/dialy/ contains no folders; next to it: daily ("));
    }

    @ParameterizedTest
    @CsvSource({
        "lake/kpi_{yyyyMMdd}.csv, 'kpis_20260123.csv, kpis_20260124.csv, kpis_20260125.csv'",
        "lake/kpi_{yyyyMMdd}-*.csv.gz, 'kpis_20260123.csv, kpis_20260124.csv, kpis_20260125.csv'",
    })
    void files_with_another_name_are_named_if_the_dataset_has_none(String location, String names) {
        CaseLake.days(
                9,
                day -> lake.put(
                        "lake/kpis_" + day.toString().replace("-", "") + ".csv", 9000, day.plusDays(1) + "T03:00:00Z"));

        assertThat(verify(location, "recency: {}"))
                .anyMatch(line -> line.startsWith("E kpi kpi_20260131")
                        && line.contains("/lake/ contains other objects, for example " + names));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lake/k/year={yyyy}/month={MM}/dt={dd}/ | k/year=2026/month=01/ has a name such as dt=31, only year=2026/month=01/day=23
            lake/k/year={yyyy}/mon={MM}/day={dd}/  | k/year=2026/ has a name such as mon=01/day=31, only year=2026/month=01 (
            lake/k/year={yyyy}/month={M}/day={d}/  | k/year=2026/ has a name such as month=1/day=31, only year=2026/month=01 (
            lake/k/{yyyy}/{MM}/{dd}/               | k/ has a name such as 2026/01/31, only year=2026 (
            """)
    void a_misspelled_name_is_found_on_each_level(String location, String found) {
        CaseLake.days(
                9,
                day -> lake.put(
                        String.format(Locale.ROOT, "lake/k/year=%tY/month=%<tm/day=%<td/part-0", day),
                        9000,
                        day.plusDays(1) + "T03:00:00Z"));

        assertThat(verify(location, "recency: {}"))
                .anyMatch(line -> line.startsWith("E ") && line.contains("; no folder in ") && line.contains(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kpi_{yyyyMMdd}", "kpi_{yyyyMMdd}/"})
    void files_are_named_if_the_location_names_folders(String name) {
        CaseLake.days(
                9,
                day -> lake.put(
                        "lake/kpi_" + day.toString().replace("-", "") + ".csv", 9000, day.plusDays(1) + "T03:00:00Z"));

        assertThat(verify("lake/" + name, "recency: {}"))
                .anyMatch(line -> line.startsWith("E kpi kpi_20260131")
                        && line.contains("contains no folders, only objects such as kpi_20260123.csv, ")
                        && line.contains("; to check files, end the location with their extension or *"));
    }

    @Test
    void data_with_hidden_names_is_named_if_there_is_no_other() {
        CaseLake.days(
                9, day -> lake.put("lake/kpi/dt=" + day + "/_region=a/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));

        assertThat(verify("lake/kpi/dt={date}/", "recency: {}"))
                .anyMatch(line -> line.contains(" recency FAILED: empty except for 1 ignored object ")
                        && line.contains("such as dt=2026-01-31/_region=a/part-0; set include to count them"));

        lake.put("lake/kpi/dt=2026-01-31/part-0", 90_000, "2026-02-01T03:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "complete: { last: 3 }"))
                .anyMatch(line -> line.contains("dt=2026-01-29 to dt=2026-01-30 (only ignored objects)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lake/kpi/dt={date}/          | lake/kpi/dt=%1$s/part-0        | delta: { against: median of 5, drop: 10% }
            lake/kpi/dt={date}/b=*/      | lake/kpi/dt=%1$s/b=1/part-0    | delta: { against: median of 5, drop: 10% }
            lake/kpi_{yyyyMMdd}.csv      | lake/kpi_%1$tY%1$tm%1$td.csv   | complete: { last: 5 }
            lake/kpi/{yyyy}/{MM}/{dd}/   | lake/kpi/%1$tY/%1$tm/%1$td/a   | delta: { against: median of 5, drop: 10% }
            """)
    void data_outside_the_calendar_warns_if_a_listing_passes_it(String location, String file, String check) {
        CaseLake.days(20, day -> lake.put(String.format(Locale.ROOT, file, day), 9, day.plusDays(1) + "T03:00:00Z"));
        String checks = "recency: {}, " + check;
        String weekdays = "days: weekdays, ";

        assertThat(lake.verify(suite(location, weekdays, checks)))
                .anyMatch(line -> line.startsWith("W ")
                        && line.contains(" recency WARNED: ")
                        && line.contains("data outside the calendar: "));
        assertThat(lake.verify(suite(location, "except: [2026-01-25, 2026-01-28], ", checks)))
                .noneMatch(line -> line.contains("outside the calendar: "));
        assertThat(lake.backtest(suite(location, weekdays, checks)))
                .noneMatch(line -> line.contains("data outside the calendar"));
    }

    @Test
    void data_outside_the_calendar_is_reported_once() {
        CaseLake.days(20, day -> lake.put("lake/kpi/dt=" + day + "/part-0", 9, day.plusDays(1) + "T03:00:00Z"));

        assertThat(lake.verify(suite(
                        "lake/kpi/dt={date}/",
                        "days: weekdays, ",
                        "recency: {}, delta: { against: median of 5, drop: 10% }, complete: { last: 10 }")))
                .filteredOn(line -> line.contains("outside the calendar") && line.startsWith("W "))
                .singleElement()
                .asString()
                .contains(" complete WARNED: ");
    }

    @Test
    void a_late_file_is_only_absent() {
        CaseLake.days(
                9,
                day -> lake.put(
                        "lake/kpi_" + day.toString().replace("-", "") + ".csv", 9000, day.plusDays(1) + "T03:00:00Z"));
        lake.delete("lake/kpi_20260131.csv").put("lake/readme.md", 1, "2026-01-01T03:00:00Z");

        assertThat(verify("lake/kpi_{yyyyMMdd}.csv", "recency: {}"))
                .anyMatch(line -> line.contains(" recency FAILED: absent; expected by 2026-02-01 06:00:00 UTC ("));
    }

    @Test
    void a_late_day_is_only_absent() {
        CaseLake.days(9, day -> lake.put("lake/kpi/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));
        lake.delete("lake/kpi/dt=2026-01-31/part-0").put("lake/kpi/old/part-0", 1, "2026-01-01T03:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "recency: {}"))
                .anyMatch(line -> line.contains(" recency FAILED: absent; expected by 2026-02-01 06:00:00 UTC ("));
    }

    private List<String> verify(String location, String checks) {
        return lake.verify(suite(location, "", checks));
    }

    private static String suite(String location, String keys, String checks) {
        return "{ zone: UTC, datasets: { kpi: { location: '" + location + "', " + keys
                + (location.contains("{") ? "due: 6h, " : "") + "checks: [ " + checks + " ] } } }";
    }
}
