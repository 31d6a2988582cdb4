// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReporterTest {

    private final RecordingConsole console = RecordingConsole.colored();
    private final ConsoleReporter reporter = new ConsoleReporter(console, Outcome.FAILED);

    @Test
    void prints_findings_then_a_summary_then_failures_again() {
        reporter.report(Reports.mixed());

        assertThat(console.lines).hasSize(8);
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
        assertThat(console.lines.get(6)).isEqualTo("I ");
        assertThat(console.lines.get(7)).isEqualTo(console.lines.get(2));
    }

    @Test
    void warnings_are_repeated_if_they_fail_the_build() {
        new ConsoleReporter(console, Outcome.WARNED).report(Reports.mixed());

        assertThat(console.lines).hasSize(9);
        assertThat(console.lines.get(7)).startsWith("E kpi-daily dt=2026-01-02 size {FAILED}");
        assertThat(console.lines.get(8)).startsWith("W kpi-daily dt=2026-01-02 delta {WARNED}");
    }

    @Test
    void groups_by_dataset_and_repeats_unknown_outcomes() {
        reporter.report(Reports.unknown());

        assertThat(console.lines).hasSize(8);
        assertThat(console.lines.get(1)).startsWith("E leads 2026-01-02 size {UNKNOWN}");
        assertThat(console.lines.get(2)).isEqualTo("I ");
        assertThat(console.lines.get(3)).startsWith("I kpi-daily dt=2026-01-02 delta {SKIPPED}");
        assertThat(console.lines.get(7)).startsWith("E leads 2026-01-02 size {UNKNOWN}");
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
