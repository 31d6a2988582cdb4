// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.report.page.ReportPages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubReporterTest {

    @TempDir
    Path folder;

    private final RecordingConsole console = RecordingConsole.colored();

    @Test
    void does_nothing_outside_github_actions() {
        assertThat(report(Reports.mixed(), Map.of())).isEmpty();
        assertThat(report(Reports.mixed(), Map.of("GITHUB_ACTIONS", "false", "GITHUB_STEP_SUMMARY", "")))
                .isEmpty();
        assertThat(console.lines).isEmpty();
    }

    @Test
    void annotates_errors_before_warnings() {
        report(Reports.mixed(), Map.of("GITHUB_ACTIONS", "true"));

        assertThat(console.lines).hasSize(2);
        assertThat(console.lines.get(0))
                .startsWith("::error title=lakecheck%3A kpi-daily dt=2026-01-02 size::FAILED: 187.2 kB in 1 object");
        assertThat(console.lines.get(1))
                .startsWith("::warning title=lakecheck%3A kpi-daily dt=2026-01-02 delta::WARNED: -48.1 %25 (")
                .contains("-30 %25 to +100 %25");
    }

    @Test
    void writes_at_most_ten_annotations_and_counts_the_rest() {
        report(Reports.failing(10), Map.of("GITHUB_ACTIONS", "true"));
        assertThat(console.lines).hasSize(10).allMatch(line -> line.contains(" size::FAILED: "));

        console.lines.clear();
        report(Reports.failing(31), Map.of("GITHUB_ACTIONS", "true"));
        assertThat(console.lines)
                .hasSize(10)
                .last()
                .asString()
                .startsWith("::error title=lakecheck%3A more problems::22 more checks");
    }

    @Test
    void hostile_names_stay_inside_their_annotation() {
        report(Reports.hostile(), Map.of("GITHUB_ACTIONS", "true"));

        assertThat(console.lines).isNotEmpty().allSatisfy(line -> assertThat(line)
                .matches("::error title=lakecheck%3A [^:,\\n]*::[^\\n]*")
                .doesNotContain("\u001b", "\u202e", "\u0000"));
    }

    @Test
    void appends_to_the_job_summary() throws IOException {
        Path step = Files.writeString(folder.resolve("step.md"), "before\n");

        List<Notice> notices = report(Reports.mixed(), Map.of("GITHUB_STEP_SUMMARY", step.toString()));

        assertThat(notices).isEmpty();
        assertThat(console.lines).isEmpty();
        assertThat(step).content().startsWith("before\n# ✕ ").contains("## ✕ kpi-daily");
    }

    @Test
    void a_summary_that_can_not_be_written_is_a_warning() throws IOException {
        Path step = folder.resolve("missing/step.md");

        assertThat(report(Reports.mixed(), Map.of("GITHUB_STEP_SUMMARY", step.toString())))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.level()).isEqualTo(Notice.Level.WARN);
                    assertThat(notice.text()).contains("NOT written", "GITHUB_STEP_SUMMARY", step.toString());
                });
    }

    @Test
    void a_summary_beyond_github_s_limit_is_not_appended() throws IOException {
        Path step = Files.write(folder.resolve("step.md"), new byte[1024 * 1024 - 100]);

        assertThat(report(Reports.mixed(), Map.of("GITHUB_STEP_SUMMARY", step.toString())))
                .singleElement()
                .extracting(Notice::text)
                .asString()
                .contains("1 MiB");
        assertThat(step).hasSize(1024 * 1024 - 100);
    }

    private List<Notice> report(Report report, Map<String, String> environment) {
        return new GitHubReporter(
                        console, name -> Optional.ofNullable(environment.get(name)), new ReportPages("lakecheck.yml"))
                .report(report);
    }
}
