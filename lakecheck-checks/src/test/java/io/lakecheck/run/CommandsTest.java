// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Suite;
import io.lakecheck.report.Lines;
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

    /** Nobody listens there. */
    private static final String NOWHERE =
            "cloudwatch: { namespace: Lake/Checks, endpoint: \"http://localhost:1\", enabled: false }\n";

    @TempDir
    Path folder;

    private final Lines console = Lines.plain();
    private final List<String> lines = console.lines;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void lake() throws IOException {
        put("lake/kpi/2026-01-01/part-0", 200, "2026-01-02T00:00:00Z");
        put("lake/kpi/2026-01-02/part-0", 150, "2026-01-03T00:00:00Z");
        put("lake/leads/2026-01-02/part-0", 7, "2026-01-03T00:00:00Z");
    }

    @Test
    void a_backtest_of_one_partition_is_refused() {
        assertThat(verification(SUITE, Map.of("partition", "2026-01-02")).backtest(folder.resolve("out")))
                .isEqualTo(
                        new RunResult(
                                Signal.BROKEN,
                                "partition names one day, and a backtest judges many; leave it out, and say with asOf up to when"));
    }

    @Test
    void passes_where_limits_hold_and_warnings_are_only_told() {
        assertThat(run(SUITE, Map.of())).isEqualTo(RunResult.PASS);
        assertThat(lines)
                .contains("I report: " + folder.resolve("out/lakecheck.json"))
                .contains("I report: " + folder.resolve("out/TEST-lakecheck.xml"))
                .contains("I report: " + folder.resolve("out/index.html"))
                .anyMatch(line -> line.startsWith("W kpi 2026-01-02 delta WARNED: -25 %"));
    }

    @Test
    void a_broken_limit_is_a_violation_and_told_first_to_people_and_reports() {
        RunResult ruling = run(SUITE.replace("min: 5", "min: 8"), Map.of());

        assertThat(ruling.signal()).isEqualTo(Signal.VIOLATED);
        assertThat(ruling.message())
                .isEqualTo("leads 2026-01-02 size FAILED: 7 B in 1 object, at least 8 B (" + folder
                        + "/lake/leads/2026-01-02/)");
        assertThat(lines).last().asString().startsWith("E leads 2026-01-02 size FAILED");
        assertThat(folder.resolve("out/lakecheck.json")).content().contains("\"outcome\": \"FAILED\"");
        assertThat(folder.resolve("out/TEST-lakecheck.xml")).content().contains("failures=\"1\"");
    }

    @Test
    void a_backtest_tells_how_often_each_check_would_have_rung_and_breaks_nothing() {
        RunResult ruling = verification(SUITE.replace("min: 100", "min: 160"), Map.of("days", "2"))
                .backtest(folder.resolve("out"));

        assertThat(ruling).isEqualTo(RunResult.PASS);
        assertThat(lines)
                .contains("I kpi size    rang 1 of 2  (1 passed, 1 failed)")
                .anyMatch(line -> line.startsWith("I     2026-01-02 FAILED: 150 B in 1 object, at least 160 B"))
                .contains("I report: " + folder.resolve("out/backtest.json"));
        assertThat(folder.resolve("out/backtest.json"))
                .content()
                .contains("\"partition\": \"2026-01-02\"", "\"outcome\": \"FAILED\"", "\"days\": 2");
    }

    @Test
    void a_warning_is_a_violation_for_those_who_say_so() {
        assertThat(run(SUITE, Map.of("failOn", "warn")).signal()).isEqualTo(Signal.VIOLATED);
    }

    @Test
    void what_can_not_be_looked_at_breaks_the_run_and_hides_no_other_verdict() throws IOException {
        unreadable();

        RunResult ruling = run(SUITE.replace("min: 5", "min: 8"), Map.of());

        assertThat(ruling.signal()).isEqualTo(Signal.BROKEN);
        assertThat(ruling.message())
                .startsWith("kpi 2026-01-02 size UNKNOWN: could not look (unreadable)")
                .endsWith(", and 1 more UNKNOWN; besides 1 check FAILED");
        assertThat(lines).anyMatch(line -> line.startsWith("E leads 2026-01-02 size FAILED"));
    }

    @Test
    void never_is_never_even_for_what_is_unknown() throws IOException {
        unreadable();

        assertThat(run(SUITE, Map.of("failOn", "never"))).isEqualTo(RunResult.PASS);
    }

    @Test
    void a_folder_that_can_not_be_breaks_the_run_before_anything_is_listed() throws IOException {
        Files.writeString(folder.resolve("out"), "in the way");

        RunResult ruling = run(SUITE, Map.of("failOn", "never"));

        assertThat(ruling.signal()).isEqualTo(Signal.BROKEN);
        assertThat(ruling.message()).startsWith("no report can be written to " + folder.resolve("out"));
        assertThat(lines).isEmpty();
    }

    @Test
    void a_report_that_can_not_be_written_breaks_the_run_whatever_the_outcome() {
        RunResult ruling = verification(SUITE, Map.of("failOn", "never"))
                .run(folder.resolve("out"), progress -> write("out", "in the way"));

        assertThat(ruling.signal()).isEqualTo(Signal.BROKEN);
        assertThat(ruling.message()).startsWith("report NOT written: ");
        assertThat(lines).anyMatch(line -> line.startsWith("I kpi 2026-01-02 size PASSED"));
    }

    @Test
    void a_suite_that_is_wrong_leaves_no_report_of_an_earlier_run() {
        run(SUITE, Map.of());

        RunResult ruling = run(SUITE.replace("min:", "mni:"), Map.of());

        assertThat(ruling.signal()).isEqualTo(Signal.BROKEN);
        assertThat(ruling.message()).contains("lakecheck.yml:4:23: 'mni' is no word of size; did you mean min?");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void checks_only_the_datasets_that_are_wanted() {
        run(SUITE, Map.of("datasets", "lea*"));

        assertThat(lines).anyMatch(line -> line.contains("leads")).noneMatch(line -> line.contains("kpi"));
    }

    @Test
    void a_name_that_no_dataset_has_breaks_the_run_unless_that_is_allowed() {
        assertThat(run(SUITE, Map.of("datasets", "leads, kip")))
                .isEqualTo(RunResult.broken(
                        "no dataset is called kip; there are kpi, leads, and failIfNoChecks=false lets it be"));

        assertThat(run(SUITE, Map.of("datasets", "kip", "failIfNoChecks", "false")))
                .isEqualTo(RunResult.PASS);
        assertThat(lines).containsExactly("W nothing is checked: no dataset is called kip");
    }

    @Test
    void replays_a_moment_and_judges_a_partition_by_name() {
        run(SUITE, Map.of("asOf", "2026-01-02T12:00", "datasets", "kpi"));
        run(SUITE, Map.of("partition", "2026-01-01", "datasets", "kpi"));

        assertThat(lines)
                .filteredOn(line -> line.startsWith("I kpi 2026-01-01 size PASSED"))
                .hasSize(2);
    }

    @Test
    void a_partition_that_is_none_is_told_with_a_remedy() {
        assertThat(run(SUITE, Map.of("partition", "yesterday")).message())
                .startsWith("dataset kpi has no partition yesterday; write a date such as 2026-01-02");
    }

    @Test
    void a_bucket_that_can_not_be_reached_hides_no_local_verdict() {
        String suite = SUITE.replace("lake/leads/{date}/", "s3://refined/leads/{date}/");

        RunResult ruling = run(suite, Map.of("endpoint", "http://localhost:1", "region", "eu-west-1"));

        assertThat(ruling.signal()).isEqualTo(Signal.BROKEN);
        assertThat(ruling.message()).startsWith("leads 2026-01-02 size UNKNOWN: could not look (unreachable)");
        assertThat(lines).anyMatch(line -> line.startsWith("I kpi 2026-01-02 size PASSED"));
    }

    @Test
    void a_plan_says_what_would_be_listed_and_looks_at_nothing() {
        RunResult ruling =
                verification(SUITE.replace("lake/", "nowhere/"), Map.of()).plan();

        assertThat(ruling).isEqualTo(RunResult.PASS);
        assertThat(lines)
                .containsExactly(
                        "I ",
                        "I kpi at " + folder
                                + "/nowhere/kpi/2026-01-02/, 2026-01-02 00:00:00 UTC to 2026-01-03 00:00:00 UTC,"
                                + " due 2026-01-03 00:00:00 UTC",
                        "I   size: at least 100 B",
                        "I   delta (warn): -10 % to any rise allowed, against previous: 2026-01-01",
                        "I ",
                        "I leads at " + folder
                                + "/nowhere/leads/2026-01-02/, 2026-01-02 00:00:00 UTC to 2026-01-03 00:00:00 UTC,"
                                + " due 2026-01-03 00:00:00 UTC",
                        "I   size: at least 5 B",
                        "I ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_plan_says_what_each_check_asks_for() {
        RunResult ruling = verification("""
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

        assertThat(ruling).isEqualTo(RunResult.PASS);
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("I   "))
                        .map(line -> line.replaceFirst(" and [0-9]{2,3} more$", " and many more")))
                .containsExactly(
                        "I   recency: _SUCCESS, nothing after it, late is a warning",
                        "I   recency: _SUCCESS, give or take 1 h",
                        "I   recency (warn): data, quiet for 10 min",
                        "I   size: at least 195 kB, 2 to 9 objects, each at least 1 B",
                        "I   delta: at most 2 times the usual deviation allowed, against usual: dt=2026-01-01,"
                                + " dt=2025-12-31, dt=2025-12-30, dt=2025-12-29 and many more",
                        "I   delta: at most 1.4 times the usual deviation allowed (until that is known -40 % to any rise allowed),"
                                + " against usual: dt=2026-01-01, dt=2025-12-31, dt=2025-12-30, dt=2025-12-29 and many more",
                        "I   delta: objects -15 % to +20 % allowed, changes under 3 objects don't count, against median of 2"
                                + " same-weekday: dt=2025-12-26, dt=2025-12-19",
                        "I   complete: each of the last 3 periods: dt=2026-01-01, dt=2025-12-31, strays in " + folder
                                + "/nowhere/",
                        "I   recency: data, at most 1 d 2 h old");
    }

    @Test
    void a_plan_says_where_strays_would_be_looked_for() {
        String suite = SUITE.replace("lake/leads/{date}/", "nowhere/{yyyy}/{MM}/{dd}/")
                .replace("[ size: { min: 5 } ]", "[ complete: { last: 2 } ]");

        verification(suite, Map.of("datasets", "leads")).plan();

        assertThat(lines)
                .contains("I   complete: each of the last 2 periods: 2026/01/01, strays in " + folder + "/nowhere/, "
                        + folder + "/nowhere/2026/, " + folder + "/nowhere/2026/01/");
    }

    @Test
    void a_plan_says_what_is_not_due_and_what_no_calendar_expects() {
        verification(SUITE + "days: weekdays\n", Map.of("partition", "2026-01-03", "datasets", "leads"))
                .plan();

        assertThat(lines.get(1)).endsWith(", due 2026-01-04 00:00:00 UTC, not due yet, outside the calendar");
    }

    @Test
    void who_can_not_be_told_changes_no_verdict_and_stands_out_everywhere() {
        String suite = "notify: { on: always, slack: SLACK_URL }\n" + SUITE;
        environment.put("SLACK_URL", "no address but a s3cr3t");

        assertThat(run(suite, Map.of())).isEqualTo(RunResult.PASS);

        String said = "could not notify Slack (SLACK_URL): ";
        assertThat(lines).anyMatch(line -> line.startsWith("W " + said)).noneMatch(line -> line.contains("s3cr3t"));
        assertThat(folder.resolve("out/lakecheck.json")).content().contains(said);
        assertThat(folder.resolve("out/index.html")).content().contains(said);
        assertThat(folder.resolve("out/summary.md")).content().contains("could not notify");
    }

    @Test
    void a_change_is_seen_against_the_run_before_although_its_reports_are_deleted_first() {
        String suite = "notify: { on: change, slack: SLACK_URL }\n" + SUITE;
        run(suite, Map.of());
        lines.clear();

        run(suite, Map.of());
        assertThat(lines).as("warned as before").noneMatch(line -> line.contains("notif"));

        run(suite.replace("min: 5", "min: 8"), Map.of());
        assertThat(lines).anyMatch(line -> line.startsWith("W could not notify Slack (SLACK_URL): "));
    }

    @Test
    void on_github_it_is_the_steps_summary_and_annotations() throws IOException {
        Path summary = Files.writeString(folder.resolve("step.md"), "before\n");
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_STEP_SUMMARY", summary.toString());

        run(SUITE.replace("min: 5", "min: 8"), Map.of());

        assertThat(summary).content().startsWith("before\n# ✕ 2 datasets: 1\u00a0failed, 1\u00a0warned");
        assertThat(lines)
                .containsSubsequence(
                        "::error title=lakecheck%3A leads 2026-01-02 size::FAILED: 7 B in 1 object, at least 8 B",
                        "::warning title=lakecheck%3A kpi 2026-01-02 delta::WARNED: -25 %25 (150 B after 200 B), -10"
                                + " %25 to any rise allowed; previous: 2026-01-01");
    }

    @Test
    void metrics_that_nobody_says_where_to_publish_are_refused() {
        RunResult ruling = run(SUITE, Map.of("metrics", "true"));

        assertThat(ruling)
                .isEqualTo(RunResult.broken("metrics=true, but the suite does not say where they go; write for instance"
                        + " cloudwatch: { namespace: Lake/Checks }"));
        assertThat(lines).isEmpty();
    }

    @Test
    void metrics_that_can_not_be_published_stand_out_and_change_no_verdict() {
        RunResult ruling = run(SUITE + NOWHERE, Map.of("metrics", "true"));

        assertThat(ruling).isEqualTo(RunResult.PASS);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("W could not publish metrics to Lake/Checks: "))
                .anyMatch(line -> line.startsWith("I kpi 2026-01-02 size PASSED"));
        assertThat(folder.resolve("out/lakecheck.json")).content().contains("could not publish metrics to Lake/Checks");
        assertThat(folder.resolve("out/TEST-lakecheck.xml")).content().contains("failures=\"0\"");
    }

    @Test
    void metrics_that_are_required_and_can_not_be_published_break_the_run() {
        RunResult ruling = run(SUITE + NOWHERE.replace("enabled: false", "metricsRequired: true"), Map.of());

        assertThat(ruling.signal()).isEqualTo(Signal.BROKEN);
        assertThat(ruling.message()).startsWith("could not publish metrics to Lake/Checks: ");
        assertThat(lines).anyMatch(line -> line.startsWith("I kpi 2026-01-02 size PASSED"));
    }

    @Test
    void metrics_of_long_ago_are_not_published_and_that_is_said() {
        run(SUITE + NOWHERE, Map.of("metrics", "true", "asOf", "2025-12-01T07:00", "failOn", "never"));

        assertThat(lines)
                .anyMatch(line -> line.startsWith("W could not publish metrics to Lake/Checks: ")
                        && line.contains("2025-12-01T07:00:00Z")
                        && line.contains("two weeks"));
    }

    @Test
    void metrics_that_are_switched_off_are_not_published() {
        run(SUITE + NOWHERE, Map.of());
        run(SUITE + NOWHERE.replace("enabled: false", "metricsRequired: true"), Map.of("metrics", "false"));

        assertThat(lines).noneMatch(line -> line.contains("metrics"));
    }

    @Test
    void alarms_are_kept_only_of_a_suite_that_says_where_its_metrics_go() {
        assertThat(verification(SUITE, Map.of()).alarms())
                .isEqualTo(
                        RunResult.broken("the suite publishes no metrics that an alarm could watch; write for instance"
                                + " cloudwatch: { namespace: Lake/Checks }"));
    }

    @Test
    void alarms_are_never_kept_of_a_part_of_the_suite() {
        assertThat(verification(SUITE + NOWHERE, Map.of("datasets", "kpi", "apply", "true", "prune", "true"))
                        .alarms())
                .isEqualTo(RunResult.broken("alarms are kept for the whole suite: those of a part would make the others"
                        + " look unwanted; leave datasets out"));
    }

    @Test
    void alarms_that_can_not_be_seen_break_the_run() {
        RunResult ruling = verification(SUITE + NOWHERE, Map.of()).alarms();

        assertThat(ruling.signal()).isEqualTo(Signal.BROKEN);
        assertThat(ruling.message())
                .startsWith("could not look at the alarms: http://localhost:1 can't be reached (")
                .doesNotContain("SDK");
        assertThat(lines)
                .containsExactly(
                        "W metrics are switched off: without them these alarms see nothing, and silence will ring");
    }

    private void unreadable() throws IOException {
        Files.createSymbolicLink(folder.resolve("lake/kpi/2026-01-02/part-1"), folder.resolve("lake/leads"));
    }

    private RunResult run(String suite, Map<String, String> settings) {
        return verification(suite, settings).run(folder.resolve("out"), progress -> {});
    }

    private Commands verification(String yaml, Map<String, String> settings) {
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
