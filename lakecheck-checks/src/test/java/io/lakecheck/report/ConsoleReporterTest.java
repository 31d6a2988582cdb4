// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import java.util.List;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;

class ConsoleReporterTest {

    private final RecordingConsole console = RecordingConsole.colored();
    private final ConsoleReporter reporter = new ConsoleReporter(console, Outcome.FAILED);

    @Test
    void prints_findings_then_a_summary() {
        reporter.report(Reports.mixed());

        assertThat(console.lines).hasSize(6);
        assertThat(console.lines.get(0)).isEqualTo("I ");
        assertThat(console.lines.get(1)).startsWith("I kpi-daily dt=2026-01-02 recency {PASSED}: ");
        assertThat(console.lines.get(2))
                .startsWith("E kpi-daily dt=2026-01-02 size {FAILED}: 187.2 kB in 1 object")
                .contains("195 kB")
                .endsWith(" (s3://refined/kpi/dt=2026-01-02/)");
        assertThat(console.lines.get(3)).startsWith("W kpi-daily dt=2026-01-02 delta {WARNED}: -48.1 %");
        assertThat(console.lines.get(4)).isEqualTo("I ");
        assertThat(console.lines.get(5))
                .contains("3 checks", "1 dataset", "{1 passed}, {1 warned}, {1 failed}", "1.2 s", "$0.000005");
    }

    @Test
    void failures_of_a_long_report_are_repeated_after_the_summary() {
        reporter.report(Reports.failing(11));

        assertThat(console.lines).hasSize(22 + 2 + 2 + 11);
        assertThat(console.lines.get(1)).startsWith("E kpi-0 dt=2026-01-02 size {FAILED}");
        assertThat(console.lines.get(23)).contains("{11 failed}");
        assertThat(console.lines.get(24)).startsWith("E 11 datasets have had no data since 2026-01-02 00:00:00 ");
        assertThat(console.lines.get(26)).isEqualTo(console.lines.get(1));
        assertThat(console.lines).last().asString().startsWith("E kpi-10 dt=2026-01-02 size {FAILED}");
    }

    @Test
    void warnings_of_a_long_report_are_repeated_only_if_they_fail_the_build() {
        Report many = Reports.warned(11);

        reporter.report(many);
        int lines = console.lines.size();
        new ConsoleReporter(console, Outcome.WARNED).report(many);

        assertThat(lines).isEqualTo(22 + 2);
        assertThat(console.lines).hasSize(2 * lines + 2 + 11);
        assertThat(console.lines.get(2 * lines)).startsWith("W 11 datasets have had no data since ");
    }

    @Test
    void an_absent_partition_is_one_line() {
        reporter.report(Reports.absent());

        assertThat(console.lines)
                .hasSize(5)
                .satisfies(
                        line -> assertThat(line)
                                .startsWith(
                                        "E kpi-daily dt=2026-01-02 recency, size, complete {FAILED}: absent; expected by "),
                        Index.atIndex(1))
                .satisfies(
                        line -> assertThat(line).startsWith("W kpi-daily dt=2026-01-02 delta {WARNED}: -100 %"),
                        Index.atIndex(2));
        assertThat(console.lines).last().asString().contains("4 checks", "{1 warned}, {3 failed}");
    }

    @Test
    void groups_by_dataset() {
        reporter.report(Reports.unknown());

        assertThat(console.lines).hasSize(6);
        assertThat(console.lines.get(1)).startsWith("E leads 2026-01-02 size {UNKNOWN}");
        assertThat(console.lines.get(2)).isEqualTo("I ");
        assertThat(console.lines.get(3)).startsWith("I kpi-daily dt=2026-01-02 delta {SKIPPED}");
    }

    @Test
    void notices_are_printed_at_their_level_before_the_summary() {
        reporter.report(Reports.passed()
                .with(List.of(
                        new Notice(Notice.Level.INFO, "report: x"),
                        new Notice(Notice.Level.WARN, "metrics NOT published"),
                        new Notice(Notice.Level.FAIL, "report NOT written"))));

        assertThat(console.lines.subList(4, 7))
                .containsExactly("I report: x", "W metrics NOT published", "E report NOT written");
        assertThat(console.lines).last().asString().startsWith("I 2 checks");
    }

    @Test
    void hostile_names_neither_break_lines_nor_set_colors() {
        reporter.report(Reports.hostile());

        assertThat(console.lines).allSatisfy(line -> assertThat(line.chars())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT));
        assertThat(console.lines.get(1)).contains("\\u{1b}[31m\\u{a}::error::\\u{202e}");
    }
}
