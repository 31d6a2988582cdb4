// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReporterTest {

    private final Lines console = Lines.painted();
    private final ConsoleReporter reporter = new ConsoleReporter(console, Outcome.FAILED);

    @Test
    void tells_a_line_a_finding_then_the_sum_and_last_what_broke() {
        reporter.report(Reports.mixed());

        assertThat(console.lines)
                .containsExactly(
                        "I ",
                        "I kpi-daily dt=2026-01-02 recency {PASSED}: arrived 2026-01-03 03:00:01 GMT, 2 h 59 min 59 s early,"
                                + " due 2026-01-03 06:00:00 GMT (s3://refined/kpi/dt=2026-01-02/)",
                        "E kpi-daily dt=2026-01-02 size {FAILED}: 187.2 kB in 1 object, at least 195 kB"
                                + " (s3://refined/kpi/dt=2026-01-02/)",
                        "W kpi-daily dt=2026-01-02 delta {WARNED}: -48.1 % (187.2 kB after 361 kB), -30 % to +100 % allowed;"
                                + " previous: dt=2026-01-01 (s3://refined/kpi/dt=2026-01-02/)",
                        "I ",
                        "I 3 checks of 1 dataset: {1 passed}, {1 warned}, {1 failed} (1.2 s, 1 LIST request, $0.000005 on S3)",
                        "I ",
                        "E kpi-daily dt=2026-01-02 size {FAILED}: 187.2 kB in 1 object, at least 195 kB"
                                + " (s3://refined/kpi/dt=2026-01-02/)");
    }

    @Test
    void warnings_are_repeated_too_where_they_break_the_build() {
        new ConsoleReporter(console, Outcome.WARNED).report(Reports.mixed());

        assertThat(console.lines).hasSize(9);
        assertThat(console.lines.get(7)).startsWith("E kpi-daily dt=2026-01-02 size {FAILED}");
        assertThat(console.lines.get(8)).startsWith("W kpi-daily dt=2026-01-02 delta {WARNED}");
    }

    @Test
    void groups_by_dataset_and_counts_an_unknown_as_broken() {
        reporter.report(Reports.unknown());

        assertThat(console.lines).hasSize(8);
        assertThat(console.lines.get(1)).startsWith("E leads 2026-01-02 size {UNKNOWN}");
        assertThat(console.lines.get(2)).isEqualTo("I ");
        assertThat(console.lines.get(3)).startsWith("I kpi-daily dt=2026-01-02 delta {SKIPPED}");
        assertThat(console.lines.get(7)).startsWith("E leads 2026-01-02 size {UNKNOWN}");
    }

    @Test
    void notices_are_as_loud_as_they_matter() {
        reporter.report(Reports.passed()
                .with(List.of(
                        new Notice(Notice.Level.INFO, "report: x"),
                        new Notice(Notice.Level.WARN, "metrics NOT published"),
                        new Notice(Notice.Level.FAIL, "report NOT written"))));

        assertThat(console.lines)
                .endsWith(
                        "I report: x",
                        "W metrics NOT published",
                        "E report NOT written",
                        "I 2 checks of 1 dataset: {2 passed} (1.2 s, 1 LIST request, $0.000005 on S3)");
    }

    @Test
    void hostile_names_stay_on_their_line_and_can_not_paint() {
        reporter.report(Reports.hostile());

        assertThat(console.lines).allSatisfy(line -> assertThat(line.chars())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT));
        assertThat(console.lines.get(1)).contains("\\u{1b}[31m\\u{a}::error::\\u{202e}");
    }
}
