// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lakes in which the date is in the name of a file, or in a name that can't be predicted as a whole. */
class FileNamesTest {

    private static final String CHECKS = "recency: {} }, { size: { min: 8 kB } }, { delta: { against: previous, drop:"
            + " 30%, rise: 30% } }, { complete: { last: 31 }";

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            backup_{yyMMdd}.csv                 | 'backup_'yyMMdd'.csv'
            kpi_{yyyyMMdd}.csv                  | 'kpi_'yyyyMMdd'.csv'
            {yyyy}/{MM}/report_{yyyyMMdd}.csv   | yyyy/MM/'report_'yyyyMMdd'.csv'
            {yyyy}/{MM}/{dd}.json.gz            | yyyy/MM/dd'.json.gz'
            kpi_{date}.parquet                  | 'kpi_'yyyy-MM-dd'.parquet/part-0'
            E123.{date}-*.gz                    | 'E123.'yyyy-MM-dd'-13.abcd.gz'
            kpi_{yyyyMMdd}*                     | 'kpi_'yyyyMMdd'_0417.csv'
            kpi_{yyyyMMdd}_                     | 'kpi_'yyyyMMdd'_0417.csv'
            run={date}-*/                       | 'run='yyyy-MM-dd'-04-17-53/part-0'
            dt={date}/batchid=*/                | 'dt='yyyy-MM-dd'/batchid=0615/part-0'
            """)
    void finds_the_files_of_each_day(String location, String file) {
        fill(file);

        assertThat(verify(location, "", CHECKS))
                .noneMatch(line -> line.startsWith("E ") || line.startsWith("W "))
                .anyMatch(line -> line.contains(" recency PASSED"))
                .anyMatch(line -> line.contains(" size PASSED: 9 kB in 1 object;"))
                .anyMatch(line -> line.contains(" delta PASSED"))
                .anyMatch(line -> line.contains("all of the last 31 days are complete"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kpi_{yyyyMMdd}.csv     | 'kpi_'yyyyMMdd'.csv'
            E123.{date}-*.gz       | 'E123.'yyyy-MM-dd'-13.abcd.gz'
            run={date}-*/          | 'run='yyyy-MM-dd'-04-17-53/part-0'
            """)
    void reports_the_days_that_are_missing(String location, String file) {
        fill(file);
        lake.delete("lake/kpi/" + name(file, "2026-01-31")).delete("lake/kpi/" + name(file, "2026-01-12"));

        assertThat(verify(location, "", CHECKS))
                .anyMatch(line -> line.contains(" recency, size, delta FAILED: absent"))
                .anyMatch(line -> line.contains("2 of the last 31 days are incomplete: ") && line.contains("01"));
    }

    @Test
    void files_next_to_the_data_do_not_count() {
        fill("'kpi_'yyyyMMdd'.csv'");
        lake.put("lake/kpi/kpi_20260131.csv.sha256", 64, "2026-02-01T11:00:00Z")
                .put("lake/kpi/kpi_20260131.csv.done", 0, "2026-02-01T11:00:00Z");

        assertThat(verify("kpi_{yyyyMMdd}.csv", "", CHECKS))
                .noneMatch(line -> line.startsWith("E "))
                .anyMatch(line -> line.contains(" size PASSED: 9 kB in 1 object;"));
    }

    @Test
    void several_runs_are_added_up() {
        rerun();

        assertThat(verify("dt={date}/batchid=*/", "", CHECKS))
                .anyMatch(line -> line.contains(" size PASSED: 18 kB in 2 objects;"))
                .anyMatch(line -> line.contains(" delta FAILED: "));
    }

    @Test
    void only_the_newest_run_counts_and_the_older_one_is_named() {
        rerun();

        assertThat(verify("dt={date}/batchid=*/", "runs: newest, ", CHECKS))
                .noneMatch(line -> line.startsWith("E "))
                .anyMatch(line ->
                        line.contains(" recency PASSED") && line.contains("ignored: dt=2026-01-31/batchid=0615/"))
                .anyMatch(line -> line.contains(" size PASSED: 9 kB in 1 object;"));
    }

    @Test
    void each_run_needs_the_marker() {
        rerun();
        lake.put("lake/kpi/dt=2026-01-31/batchid=0615/_SUCCESS", 0, "2026-02-01T03:00:00Z");
        String marker = "recency: { marker: _SUCCESS }";

        assertThat(verify("dt={date}/batchid=*/", "", marker))
                .anyMatch(line -> line.contains(" recency FAILED: 2 objects (18 kB), but no _SUCCESS"));
        assertThat(verify("dt={date}/batchid=*/", "runs: newest, ", marker))
                .anyMatch(line -> line.contains(" recency FAILED: 1 object (9 kB), but no _SUCCESS"));

        lake.put("lake/kpi/dt=2026-01-31/batchid=0915/_SUCCESS", 0, "2026-02-01T05:30:00Z");

        assertThat(verify("dt={date}/batchid=*/", "", marker))
                .anyMatch(line -> line.contains(" recency PASSED: arrived 2026-02-01 05:30:00"));
    }

    @Test
    void each_run_can_be_checked_on_its_own() {
        rerun();
        fill("'dt='yyyy-MM-dd'/batchid=1215/part-0'");
        fill("'dt='yyyy-MM-dd'/batchid=1515/part-0'");

        assertThat(verify("dt={date}/batchid=*/", "runs: each, ", CHECKS))
                .noneMatch(line -> line.startsWith("E ") || line.startsWith("W "))
                .anyMatch(
                        line -> line.contains(
                                " recency PASSED: 4 runs, the last (dt=2026-01-31/batchid=0915) arrived 2026-02-01 05:00:00 UTC"))
                .anyMatch(line -> line.contains(" size PASSED: dt=2026-01-31/batchid=0615: 9 kB in 1 object;"))
                .anyMatch(line -> line.contains(" delta PASSED: dt=2026-01-31/batchid=0615: 0 %"))
                .anyMatch(line -> line.contains("all of the last 31 days are complete"));

        lake.put("lake/kpi/dt=2026-01-31/batchid=0915/part-0", 4000, "2026-02-01T05:00:00Z")
                .put("lake/kpi/dt=2026-01-31/batchid=1515/part-0", 4000, "2026-02-01T05:00:00Z");

        assertThat(verify("dt={date}/batchid=*/", "runs: each, ", CHECKS))
                .anyMatch(line -> line.contains(" size FAILED: dt=2026-01-31/batchid=0915: 4 kB in 1 object;")
                        && line.contains("2 of 4 runs failed, also dt=2026-01-31/batchid=1515"))
                .anyMatch(line -> line.contains(" delta FAILED: dt=2026-01-31/batchid=0915: -55.6 %"));
    }

    @Test
    void runs_that_are_allowed_to_be_empty_are_neither_incomplete_nor_compared() {
        CaseLake.days(31, day -> {
            lake.put("lake/kpi/dt=" + day + "/batchid=a/part-0", 9000, day.plusDays(1) + "T03:00:00Z");
            lake.put("lake/kpi/dt=" + day + "/batchid=b/part-0", 0, day.plusDays(1) + "T03:00:00Z");
        });

        assertThat(verify("dt={date}/batchid=*/", "runs: each, empty: allow, ", CHECKS))
                .noneMatch(line -> line.startsWith("E "))
                .anyMatch(line -> line.contains(" size PASSED: dt=2026-01-31/batchid=a: 9 kB in 1 object;"))
                .anyMatch(line -> line.contains("all of the last 31 days are complete"));
    }

    @Test
    void the_number_of_objects_is_compared_with_the_run_of_median_number() {
        CaseLake.days(31, day -> {
            put(day, "a", 1, 9000);
            put(day, "b", 10, 10);
            put(day, "c", 10, 20_000);
        });
        lake.delete("lake/kpi/dt=2026-01-31/batchid=a/part-0");

        assertThat(verify(
                        "dt={date}/batchid=*/",
                        "runs: each, ",
                        "delta: { against: previous, of: objects, drop: 30%, rise: 30% }"))
                .anyMatch(line -> line.contains(" delta WARNED: dt=2026-01-31/batchid=b: 0 % (10 objects "));
    }

    private void put(LocalDate day, String batch, int files, long bytes) {
        for (int file = 0; file < files; file++) {
            lake.put(
                    "lake/kpi/dt=" + day + "/batchid=" + batch + "/part-" + file,
                    bytes,
                    day.plusDays(1) + "T03:00:00Z");
        }
    }

    @Test
    void missing_runs_warn() {
        CaseLake.days(20, day -> List.of("a", "b", "c", "d").forEach(batch -> put(day, batch, 1, 9000)));
        assertThat(verify("dt={date}/batchid=*/", "runs: each, ", CHECKS)).noneMatch(line -> line.startsWith("W "));
        List.of("b", "c", "d").forEach(batch -> lake.delete("lake/kpi/dt=2026-01-31/batchid=" + batch + "/part-0"));

        assertThat(verify("dt={date}/batchid=*/", "runs: each, ", CHECKS))
                .anyMatch(line -> line.contains(" recency WARNED: ")
                        && line.contains(
                                "; 1 run; all but at most one of the previous 14 partitions had at least 4 runs"))
                .anyMatch(line -> line.contains(" size PASSED: ") && line.contains("; 1 run"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recency: {}", "size: { min: 1 kB }"})
    void missing_runs_warn_even_if_no_check_reads_earlier_days(String check) {
        CaseLake.days(20, day -> List.of("a", "b").forEach(batch -> put(day, batch, 1, 9000)));
        lake.delete("lake/kpi/dt=2026-01-31/batchid=b/part-0");

        assertThat(verify("dt={date}/batchid=*/", "runs: each, ", check))
                .anyMatch(line -> line.contains(" WARNED: ") && line.contains(" had at least 2 runs"))
                .anyMatch(line -> line.contains("1 LIST request,"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            max: 10 kB              | FAILED: dt=2026-01-31/batchid=b: 30 kB
            max: 40 kB              | PASSED: dt=2026-01-31/batchid=b: 30 kB
            min: 10 kB, max: 20 kB  | FAILED: dt=2026-01-31/batchid=a: 2 kB
            min: 1 kB               | PASSED: dt=2026-01-31/batchid=a: 2 kB
            objects: { max: 1 }     | FAILED: dt=2026-01-31/batchid=b: 30 kB in 3 objects
            objects: { min: 2 }     | FAILED: dt=2026-01-31/batchid=a: 2 kB in 1 object
            """)
    void the_run_that_is_nearest_to_a_limit_or_beyond_it_is_shown(String limits, String expected) {
        CaseLake.days(20, day -> {
            put(day, "a", 1, 2000);
            put(day, "b", 3, 10_000);
        });

        assertThat(verify("dt={date}/batchid=*/", "runs: each, ", "size: { " + limits + " }"))
                .anyMatch(line -> line.contains(" size " + expected));
    }

    @Test
    void the_worst_run_is_shown() {
        CaseLake.days(20, day -> List.of("a", "b", "c").forEach(batch -> put(day, batch, 1, 9000)));
        lake.put("lake/kpi/dt=2026-01-31/batchid=a/part-0", 7000, "2026-02-01T06:01:00Z")
                .put("lake/kpi/dt=2026-01-31/batchid=b/part-0", 50, "2026-02-01T11:00:00Z");

        assertThat(verify("dt={date}/batchid=*/", "runs: each, ", CHECKS))
                .anyMatch(line -> line.contains(" recency WARNED: dt=2026-01-31/batchid=b: ")
                        && line.contains("2 of 3 runs warned, also dt=2026-01-31/batchid=a"))
                .anyMatch(line -> line.contains(" size FAILED: dt=2026-01-31/batchid=b: 50 B"));
    }

    @Test
    void an_incomplete_run_makes_its_day_incomplete() {
        rerun();
        lake.put("lake/kpi/dt=2026-01-31/batchid=0915/part-0", 0, "2026-02-01T05:00:00Z");

        assertThat(verify("dt={date}/batchid=*/", "runs: each, ", CHECKS))
                .anyMatch(line -> line.contains(" recency FAILED: dt=2026-01-31/batchid=0915: empty")
                        || line.contains(" recency, size, delta FAILED: dt=2026-01-31/batchid=0915: empty"))
                .anyMatch(line ->
                        line.contains("1 of the last 31 days is incomplete: dt=2026-01-31/batchid=* (has 0 bytes)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            recency: { marker: _SUCCESS }                     | recency FAILED: dt=2026-01-31/batchid=0915: 1 object (9 kB), but no _SUCCESS
            recency: { marker: '../../{date}.done' }          | recency PASSED: 2 runs, the last (dt=2026-01-31/batchid=0615) arrived
            """)
    void each_run_has_its_marker_or_all_share_one(String recency, String expected) {
        rerun();
        CaseLake.days(
                31,
                day -> lake.put("lake/kpi/dt=" + day + "/batchid=0615/_SUCCESS", 0, day.plusDays(1) + "T03:00:00Z"));
        lake.put("lake/kpi/2026-01-31.done", 0, "2026-02-01T05:30:00Z");

        assertThat(verify("dt={date}/batchid=*/", "runs: each, ", recency)).anyMatch(line -> line.contains(expected));
    }

    @Test
    void checking_each_run_takes_no_more_requests() {
        rerun();
        Predicate<String> cost = line -> line.contains(" LIST request");
        String together = verify("dt={date}/batchid=*/", "", CHECKS).stream()
                .filter(cost)
                .findFirst()
                .orElseThrow();

        assertThat(verify("dt={date}/batchid=*/", "runs: each, ", CHECKS))
                .filteredOn(cost)
                .singleElement()
                .asString()
                .contains(together.replaceFirst(".*(\\d+ LIST requests?).*", "$1"));
    }

    @Test
    void a_plan_mentions_that_each_run_is_checked() {
        assertThat(lake.plan(suite("dt={date}/batchid=*/", "runs: each, ", CHECKS)))
                .anyMatch(line -> line.contains("(each run)"));
    }

    @Test
    void a_folder_whose_name_has_no_valid_date_is_a_stray() {
        fill("'run='yyyy-MM-dd'-04-17/part-0'");
        lake.put("lake/kpi/run=2026-13-05-04-17/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(verify("run={date}-*/", "", CHECKS))
                .anyMatch(line -> line.contains("stray folder: run=2026-13-05-04-17"));
    }

    @Test
    void a_single_day_can_be_selected_by_its_file() {
        fill("'run='yyyy-MM-dd'-04-17/part-0'");

        assertThat(lake.verify(suite("run={date}-*/", "", CHECKS), Map.of("partition", "run=2026-01-05-04-17")))
                .anyMatch(line -> line.contains("kpi run=2026-01-05-* size PASSED"));
    }

    private void rerun() {
        fill("'dt='yyyy-MM-dd'/batchid=0615/part-0'");
        lake.put("lake/kpi/dt=2026-01-31/batchid=0915/part-0", 9000, "2026-02-01T05:00:00Z");
    }

    private void fill(String file) {
        CaseLake.days(
                31, day -> lake.put("lake/kpi/" + name(file, day.toString()), 9000, day.plusDays(1) + "T03:00:00Z"));
    }

    private static String name(String file, String day) {
        return DateTimeFormatter.ofPattern(file, Locale.ROOT).format(LocalDate.parse(day));
    }

    private List<String> verify(String location, String keys, String checks) {
        return lake.verify(suite(location, keys, checks), Map.of());
    }

    private static String suite(String location, String keys, String checks) {
        return "{ zone: UTC, due: 6h, datasets: { kpi: { location: 'lake/kpi/" + location + "', " + keys
                + "checks: [ { " + checks + " } ] } } }";
    }
}
