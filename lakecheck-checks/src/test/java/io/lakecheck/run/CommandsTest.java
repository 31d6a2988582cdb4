// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Suite;
import io.lakecheck.report.RecordingConsole;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final String SUITE = """
            datasets:
              kpi:
                location: lake/kpi/{date}/
                checks: [ size: { min: 100 }, delta: { against: previous, drop: 10%, severity: warn } ]
              leads:
                location: lake/leads/{date}/
                checks: [ size: { min: 5 } ]
            """;

    /** An endpoint that refuses connections. */
    private static final String NOWHERE =
            "cloudwatch: { namespace: Lake/Checks, endpoint: \"http://localhost:1\", enabled: false }\n";

    @TempDir
    Path folder;

    private final RecordingConsole console = RecordingConsole.plain();
    private final List<String> lines = console.lines;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void lake() throws IOException {
        put("lake/kpi/2026-01-01/part-0", 200, "2026-01-02T00:00:00Z");
        put("lake/kpi/2026-01-02/part-0", 150, "2026-01-03T00:00:00Z");
        put("lake/leads/2026-01-02/part-0", 7, "2026-01-03T00:00:00Z");
    }

    @Test
    void a_backtest_of_one_partition_is_rejected() {
        assertThat(commands(SUITE, Map.of("partition", "2026-01-02")).backtest(folder.resolve("out")))
                .satisfies(broken("partition", "asOf"));
    }

    @Test
    void passes_if_limits_hold_and_reports_warnings() {
        assertThat(run(SUITE, Map.of())).isEqualTo(RunResult.PASS);
        assertThat(lines)
                .contains("I report: " + folder.resolve("out/lakecheck.json"))
                .contains("I report: " + folder.resolve("out/TEST-lakecheck.xml"))
                .contains("I report: " + folder.resolve("out/index.html"))
                .anyMatch(line -> line.startsWith("W kpi 2026-01-02 delta WARNED: -25 %"));
    }

    @Test
    void a_violated_limit_is_reported_first() {
        RunResult result = run(SUITE.replace("min: 5", "min: 8"), Map.of());

        assertThat(result.signal()).isEqualTo(Signal.VIOLATED);
        assertThat(result.message())
                .startsWith("leads 2026-01-02 size FAILED: 7 B in 1 object")
                .endsWith(" (" + folder + "/lake/leads/2026-01-02/)");
        assertThat(lines).anyMatch(line -> line.startsWith("E leads 2026-01-02 size FAILED"));
        assertThat(folder.resolve("out/lakecheck.json")).content().contains("\"outcome\": \"FAILED\"");
        assertThat(folder.resolve("out/TEST-lakecheck.xml")).content().contains("failures=\"1\"");
    }

    /** An absent day breaks several checks, but it is one failure. */
    @Test
    void further_failures_are_counted_by_cause() {
        RunResult result =
                commands(SUITE, Map.of("asOf", "2026-01-05T12:00:00Z")).verify(folder.resolve("out"), progress -> {});

        assertThat(result.message())
                .startsWith("kpi 2026-01-04 size FAILED: 0 B in 0 objects")
                .endsWith(", and 1 more problem FAILED");
    }

    @Test
    void a_backtest_counts_alerts_and_passes() {
        RunResult result = commands(SUITE.replace("min: 100", "min: 160"), Map.of("days", "2"))
                .backtest(folder.resolve("out"));

        assertThat(result).isEqualTo(RunResult.PASS);
        assertThat(lines)
                .contains("I kpi size    alerted on 1 of 2 days  (1 passed, 1 failed)")
                .anyMatch(line -> line.startsWith("I     2026-01-02 FAILED: 150 B in 1 object"))
                .contains("I report: " + folder.resolve("out/backtest.json"));
        assertThat(folder.resolve("out/backtest.json"))
                .content()
                .contains("\"partition\": \"2026-01-02\"", "\"outcome\": \"FAILED\"", "\"days\": 2");
    }

    @Test
    void a_warning_is_a_violation_if_fail_on_is_warn() {
        assertThat(run(SUITE, Map.of("failOn", "warn")).signal()).isEqualTo(Signal.VIOLATED);
    }

    @Test
    void an_unreadable_partition_fails_the_run_but_hides_no_verdict() throws IOException {
        unreadable();

        RunResult result = run(SUITE.replace("min: 5", "min: 8"), Map.of());

        assertThat(result.signal()).isEqualTo(Signal.BROKEN);
        assertThat(result.message())
                .startsWith("kpi 2026-01-02 size, delta UNKNOWN: ")
                .contains("; in addition, 1 problem FAILED");
        assertThat(lines).anyMatch(line -> line.startsWith("E leads 2026-01-02 size FAILED"));
    }

    @Test
    void fail_on_never_passes_even_unknown_outcomes() throws IOException {
        unreadable();

        assertThat(run(SUITE, Map.of("failOn", "never"))).isEqualTo(RunResult.PASS);
    }

    @Test
    void an_impossible_report_directory_fails_the_run_first() throws IOException {
        Files.writeString(folder.resolve("out"), "in the way");

        RunResult result = run(SUITE, Map.of("failOn", "never"));

        assertThat(result.signal()).isEqualTo(Signal.BROKEN);
        assertThat(result.message()).contains(folder.resolve("out").toString());
        assertThat(lines).isEmpty();
    }

    @Test
    void a_report_that_can_not_be_written_fails_every_run() {
        RunResult result = commands(SUITE, Map.of("failOn", "never"))
                .verify(folder.resolve("out"), progress -> write("out", "in the way"));

        assertThat(result.signal()).isEqualTo(Signal.BROKEN);
        assertThat(result.message()).startsWith("report NOT written");
        assertThat(lines).anyMatch(line -> line.startsWith("I kpi 2026-01-02 size PASSED"));
    }

    @Test
    void an_invalid_suite_leaves_no_report_of_an_earlier_run() {
        run(SUITE, Map.of());

        RunResult result = run(SUITE.replace("min:", "mni:"), Map.of());

        assertThat(result.signal()).isEqualTo(Signal.BROKEN);
        assertThat(result.message()).contains("lakecheck.yml:4:23: ", "mni", "min");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void checks_only_the_selected_datasets() {
        run(SUITE, Map.of("datasets", "lea*"));

        assertThat(lines).anyMatch(line -> line.contains("leads")).noneMatch(line -> line.contains("kpi"));
    }

    @Test
    void a_name_without_a_dataset_fails_the_run_unless_allowed() {
        assertThat(run(SUITE, Map.of("datasets", "leads, kip")))
                .satisfies(broken("kip", "kpi, leads", "failIfNoChecks=false"));

        assertThat(run(SUITE, Map.of("datasets", "kip", "failIfNoChecks", "false")))
                .isEqualTo(RunResult.PASS);
        assertThat(lines).singleElement().asString().startsWith("W ").contains("kip");
    }

    @Test
    void checks_at_a_given_time_or_checks_a_named_partition() {
        run(SUITE, Map.of("asOf", "2026-01-02T12:00", "datasets", "kpi"));
        run(SUITE, Map.of("partition", "2026-01-01", "datasets", "kpi"));

        assertThat(lines)
                .filteredOn(line -> line.startsWith("I kpi 2026-01-01 size PASSED"))
                .hasSize(2);
    }

    @Test
    void an_invalid_partition_is_rejected_with_an_example() {
        assertThat(run(SUITE, Map.of("partition", "yesterday")).message()).contains("kpi", "yesterday", "2026-01-02");
    }

    @Test
    void an_unreachable_bucket_does_not_hide_local_verdicts() {
        String suite = SUITE.replace("lake/leads/{date}/", "s3://refined/leads/{date}/");

        RunResult result = run(suite, Map.of("endpoint", "http://localhost:1", "region", "eu-west-1"));

        assertThat(result.signal()).isEqualTo(Signal.BROKEN);
        assertThat(result.message()).startsWith("leads 2026-01-02 size UNKNOWN: ");
        assertThat(lines).anyMatch(line -> line.startsWith("I kpi 2026-01-02 size PASSED"));
    }

    @Test
    void a_plan_shows_partitions_and_limits_without_listing() {
        RunResult result =
                commands(SUITE.replace("lake/", "nowhere/"), Map.of()).plan();

        assertThat(result).isEqualTo(RunResult.PASS);
        assertThat(lines).hasSize(8);
        assertThat(lines.get(1))
                .startsWith("I kpi at " + folder + "/nowhere/kpi/2026-01-02/")
                .contains("2026-01-02 00:00:00 UTC to 2026-01-03 00:00:00 UTC", "due 2026-01-03 00:00:00 UTC");
        assertThat(lines.get(2)).startsWith("I   size: ").contains("100 B");
        assertThat(lines.get(3)).startsWith("I   delta (warn): ").endsWith("lists 2026-01-01");
        assertThat(lines.get(5)).startsWith("I leads at " + folder + "/nowhere/leads/2026-01-02/");
        assertThat(lines.get(6)).startsWith("I   size: ").contains("5 B");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_plan_describes_each_check() {
        RunResult result = commands("""
                        datasets:
                          kpi:
                            location: nowhere/dt={date}/
                            checks:
                              - recency: { marker: _SUCCESS }
                              - recency: { marker: _SUCCESS, sealed: false, grace: 1h, late: fail }
                              - recency: { quiet: 10m, severity: warn }
                              - size: { min: 195 kB, objects: { min: 2, max: 9 }, each: { min: 1 } }
                              - delta: {}
                              - delta: { deviation: 1.4, drop: 40% }
                              - delta: { against: median of 2 same-weekday, drop: 15%, rise: 20%, of: objects, atLeast: 3 }
                              - complete: { last: 3 }
                          reference:
                            location: nowhere/latest/
                            checks: [ recency: { maxAge: 26h } ]
                        """, Map.of()).plan();

        assertThat(result).isEqualTo(RunResult.PASS);
        List<String> checks =
                lines.stream().filter(line -> line.startsWith("I   ")).toList();
        assertThat(checks)
                .extracting(line -> line.substring(4, line.indexOf(": ")))
                .containsExactly(
                        "recency",
                        "recency",
                        "recency (warn)",
                        "size",
                        "delta",
                        "delta",
                        "delta",
                        "complete",
                        "recency");
        assertThat(checks.get(1)).contains("_SUCCESS", "1 h");
        assertThat(checks.get(3)).contains("195 kB", "2 to 9 objects", "1 B");
        assertThat(checks.get(5))
                .contains("1.4", "40 %")
                .containsPattern(
                        "lists dt=2026-01-01, dt=2025-12-31, dt=2025-12-30, dt=2025-12-29 and [0-9]{2,3} more$");
        assertThat(checks.get(6))
                .contains("-15 % to +20 %", "3 objects")
                .endsWith("lists dt=2025-12-26, dt=2025-12-19");
        assertThat(checks.get(7))
                .contains("3", "lists dt=2026-01-01, dt=2025-12-31;")
                .endsWith("stray folders in " + folder + "/nowhere/");
        assertThat(checks.get(8)).contains("1 d 2 h");
    }

    @Test
    void a_plan_names_the_folders_searched_for_strays() {
        String suite = SUITE.replace("lake/leads/{date}/", "nowhere/{yyyy}/{MM}/{dd}/")
                .replace("[ size: { min: 5 } ]", "[ complete: { last: 2 } ]");

        commands(suite, Map.of("datasets", "leads")).plan();

        assertThat(lines)
                .anyMatch(line -> line.startsWith("I   complete: ")
                        && line.endsWith(" in " + folder + "/nowhere/, " + folder + "/nowhere/2026/, " + folder
                                + "/nowhere/2026/01/"));
    }

    @Test
    void a_plan_marks_partitions_not_due_or_outside_the_calendar() {
        commands(SUITE + "days: weekdays\n", Map.of("partition", "2026-01-03", "datasets", "leads"))
                .plan();

        assertThat(lines.get(1)).endsWith(", due 2026-01-04 00:00:00 UTC, not due yet, outside the calendar");
    }

    @Test
    void a_failed_notification_is_reported_and_changes_no_verdict() {
        String suite = "notify: { on: always, slack: SLACK_URL }\n" + SUITE;
        environment.put("SLACK_URL", "no address but a s3cr3t");

        assertThat(run(suite, Map.of())).isEqualTo(RunResult.PASS);

        assertThat(lines)
                .anyMatch(line -> line.startsWith("W ") && line.contains("SLACK_URL"))
                .noneMatch(line -> line.contains("s3cr3t"));
        for (String name : List.of("lakecheck.json", "index.html", "summary.md")) {
            assertThat(folder.resolve("out").resolve(name)).content().contains("Slack (SLACK");
        }
    }

    @Test
    void a_change_is_detected_although_old_reports_are_deleted() {
        String suite = "notify: { on: change, slack: SLACK_URL }\n" + SUITE;
        run(suite, Map.of());
        lines.clear();

        run(suite, Map.of());
        assertThat(lines).as("warned as before").noneMatch(line -> line.contains("SLACK_URL"));

        run(suite.replace("min: 5", "min: 8"), Map.of());
        assertThat(lines).anyMatch(line -> line.startsWith("W ") && line.contains("SLACK_URL"));
    }

    @Test
    void on_github_it_writes_job_summary_and_annotations() throws IOException {
        Path summary = Files.writeString(folder.resolve("step.md"), "before\n");
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_STEP_SUMMARY", summary.toString());

        run(SUITE.replace("min: 5", "min: 8"), Map.of());

        assertThat(summary).content().startsWith("before\n# ✕ 2 datasets: 1\u00a0failed, 1\u00a0warned");
        assertThat(lines)
                .anyMatch(line ->
                        line.startsWith("::error title=lakecheck%3A leads 2026-01-02 size::FAILED: 7 B in 1 object"))
                .anyMatch(
                        line -> line.startsWith("::warning title=lakecheck%3A kpi 2026-01-02 delta::WARNED: -25 %25"));
    }

    @Test
    void metrics_without_a_namespace_are_rejected() {
        RunResult result = run(SUITE, Map.of("metrics", "true"));

        assertThat(result).satisfies(broken("lakecheck.metrics is true", "cloudwatch: { namespace: Lake/Checks }"));
        assertThat(lines).isEmpty();
    }

    @Test
    void unpublished_metrics_are_reported_and_change_no_verdict() {
        RunResult result = run(SUITE + NOWHERE, Map.of("metrics", "true"));

        assertThat(result).isEqualTo(RunResult.PASS);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("W could not publish metrics to Lake/Checks: "))
                .anyMatch(line -> line.startsWith("I kpi 2026-01-02 size PASSED"));
        assertThat(folder.resolve("out/lakecheck.json")).content().contains("could not publish metrics to Lake/Checks");
        assertThat(folder.resolve("out/TEST-lakecheck.xml")).content().contains("failures=\"0\"");
    }

    @Test
    void unpublished_required_metrics_fail_the_run() {
        RunResult result = run(SUITE + NOWHERE.replace("enabled: false", "metricsRequired: true"), Map.of());

        assertThat(result.signal()).isEqualTo(Signal.BROKEN);
        assertThat(result.message()).startsWith("could not publish metrics to Lake/Checks: ");
        assertThat(lines).anyMatch(line -> line.startsWith("I kpi 2026-01-02 size PASSED"));
    }

    @Test
    void metrics_of_long_ago_are_not_published() {
        run(SUITE + NOWHERE, Map.of("metrics", "true", "asOf", "2025-12-01T07:00", "failOn", "never"));

        assertThat(lines)
                .anyMatch(line -> line.startsWith("W could not publish metrics to Lake/Checks: ")
                        && line.contains("2025-12-01T07:00:00Z"));
    }

    @Test
    void disabled_metrics_are_not_published() {
        run(SUITE + NOWHERE, Map.of());
        run(SUITE + NOWHERE.replace("enabled: false", "metricsRequired: true"), Map.of("metrics", "false"));

        assertThat(lines).noneMatch(line -> line.contains("metrics"));
    }

    @Test
    void alarms_need_a_suite_with_metrics() {
        assertThat(commands(SUITE, Map.of()).alarms()).satisfies(broken("cloudwatch: { namespace: Lake/Checks }"));
    }

    @Test
    void alarms_need_the_whole_suite() {
        assertThat(commands(SUITE + NOWHERE, Map.of("datasets", "kpi", "apply", "true", "prune", "true"))
                        .alarms())
                .satisfies(broken("whole suite", "lakecheck.datasets"));
    }

    @Test
    void alarms_that_can_not_be_read_fail_the_run() {
        RunResult result = commands(SUITE + NOWHERE, Map.of()).alarms();

        assertThat(result.signal()).isEqualTo(Signal.BROKEN);
        assertThat(result.message()).contains("http://localhost:1").doesNotContain("SDK");
        assertThat(lines).singleElement().asString().startsWith("W metrics are disabled");
    }

    private static Consumer<RunResult> broken(String... parts) {
        return result -> {
            assertThat(result.signal()).isEqualTo(Signal.BROKEN);
            assertThat(result.message()).contains(parts);
        };
    }

    private void unreadable() throws IOException {
        Files.createSymbolicLink(folder.resolve("lake/kpi/2026-01-02/part-1"), folder.resolve("lake/leads"));
    }

    private RunResult run(String suite, Map<String, String> settings) {
        return commands(suite, settings).verify(folder.resolve("out"), progress -> {});
    }

    private Commands commands(String yaml, Map<String, String> settings) {
        Supplier<Suite> suite = () -> SuiteFile.read(write("lakecheck.yml", yaml), name -> Optional.empty());
        return new Commands(
                "lakecheck.yml",
                suite,
                () -> RunSettings.read("the settings", settings, name -> Optional.empty()),
                Clock.fixed(Instant.parse("2026-01-03T07:00:00Z"), ZoneOffset.UTC),
                console,
                name -> Optional.ofNullable(environment.get(name)));
    }

    private Path write(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void put(String path, int bytes, String modified) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
    }
}
