// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Notice;
import io.lakecheck.Report;
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

    private final Lines console = Lines.painted();

    @Test
    void is_silent_elsewhere() {
        assertThat(report(Reports.mixed(), Map.of())).isEmpty();
        assertThat(report(Reports.mixed(), Map.of("GITHUB_ACTIONS", "false", "GITHUB_STEP_SUMMARY", "")))
                .isEmpty();
        assertThat(console.lines).isEmpty();
    }

    @Test
    void annotates_what_broke_errors_first() {
        report(Reports.mixed(), Map.of("GITHUB_ACTIONS", "true"));

        assertThat(console.lines)
                .containsExactly(
                        "::error title=lakecheck%3A kpi-daily dt=2026-01-02 size::FAILED: 187.2 kB in 1 object, at least"
                                + " 195 kB",
                        "::warning title=lakecheck%3A kpi-daily dt=2026-01-02 delta::WARNED: -48.1 %25 (187.2 kB after"
                                + " 361 kB), -30 %25 to +100 %25 allowed; previous: dt=2026-01-01");
    }

    @Test
    void annotates_at_most_ten_times_and_says_how_many_more_there_are() {
        report(Reports.failing(10), Map.of("GITHUB_ACTIONS", "true"));
        assertThat(console.lines).hasSize(10).allMatch(line -> line.contains(" size::FAILED: "));

        console.lines.clear();
        report(Reports.failing(31), Map.of("GITHUB_ACTIONS", "true"));
        assertThat(console.lines)
                .hasSize(10)
                .last()
                .isEqualTo(
                        "::error title=lakecheck%3A and more::22 more checks did not pass; the summary has them all");
    }

    @Test
    void hostile_names_stay_inside_their_annotation() {
        report(Reports.hostile(), Map.of("GITHUB_ACTIONS", "true"));

        assertThat(console.lines).isNotEmpty().allSatisfy(line -> assertThat(line)
                .matches("::error title=lakecheck%3A [^:,\\n]*::[^\\n]*")
                .doesNotContain("\u001b", "\u202e", "\u0000"));
    }

    @Test
    void appends_to_the_steps_summary() throws IOException {
        Path step = Files.writeString(folder.resolve("step.md"), "before\n");

        List<Notice> notices = report(Reports.mixed(), Map.of("GITHUB_STEP_SUMMARY", step.toString()));

        assertThat(notices).isEmpty();
        assertThat(console.lines).isEmpty();
        assertThat(step)
                .content()
                .startsWith("before\n# ✕ The dataset failed\n")
                .contains("## ✕ kpi-daily");
    }

    @Test
    void a_summary_that_can_not_be_written_is_said() throws IOException {
        Path step = folder.resolve("missing/step.md");

        assertThat(report(Reports.mixed(), Map.of("GITHUB_STEP_SUMMARY", step.toString())))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.level()).isEqualTo(Notice.Level.WARN);
                    assertThat(notice.text()).startsWith("summary NOT shown on GitHub: GITHUB_STEP_SUMMARY: ");
                });
    }

    @Test
    void a_step_that_said_too_much_already_keeps_its_summary() throws IOException {
        Path step = Files.write(folder.resolve("step.md"), new byte[1024 * 1024 - 100]);

        assertThat(report(Reports.mixed(), Map.of("GITHUB_STEP_SUMMARY", step.toString())))
                .singleElement()
                .extracting(Notice::text)
                .isEqualTo("summary NOT shown on GitHub: GITHUB_STEP_SUMMARY: the step's summary would be larger than"
                        + " GitHub shows (1 MiB)");
        assertThat(step).hasSize(1024 * 1024 - 100);
    }

    private List<Notice> report(Report report, Map<String, String> environment) {
        return new GitHubReporter(console, name -> Optional.ofNullable(environment.get(name)), "lakecheck.yml")
                .report(report);
    }
}
