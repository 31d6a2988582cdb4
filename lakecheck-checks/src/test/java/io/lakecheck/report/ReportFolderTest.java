// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Hazard;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Reporter;
import io.lakecheck.Survives;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFolderTest {

    @TempDir
    Path parent;

    @Test
    void makes_the_folder_and_names_each_file() {
        Path folder = parent.resolve("target/lakecheck");

        assertThat(tellAll(folder))
                .extracting(Notice::text)
                .containsExactly(
                        "report: " + folder.resolve("lakecheck.json"),
                        "report: " + folder.resolve("TEST-lakecheck.xml"),
                        "report: " + folder.resolve("index.html"),
                        "report: " + folder.resolve("summary.md"));
        assertThat(folder.resolve("lakecheck.css")).isNotEmptyFile();
    }

    @Test
    @Survives(Hazard.HALF_A_REPORT)
    void a_run_that_dies_leaves_no_report_that_looks_like_its_own() throws IOException {
        tellAll(parent);

        new ReportFolder(parent).clear();

        assertThat(files()).isEmpty();
    }

    @Test
    void clears_nothing_that_is_not_its_own() throws IOException {
        Files.writeString(parent.resolve("mine.txt"), "x");
        Files.writeString(parent.resolve("lakecheck.json"), "x");

        new ReportFolder(parent).clear();

        assertThat(files()).containsExactly("mine.txt");
    }

    @Test
    @Survives(Hazard.HALF_A_REPORT)
    void a_write_that_breaks_off_leaves_the_old_file_whole_and_says_so_loudly() throws IOException {
        Files.writeString(parent.resolve("lakecheck.json"), "old");

        Notice notice = new ReportFolder(parent).write("lakecheck.json", ReportFolderTest::fullDisk);

        assertThat(notice.level()).isEqualTo(Notice.Level.FAIL);
        assertThat(notice.text())
                .isEqualTo(
                        "report NOT written: " + parent.resolve("lakecheck.json")
                                + " (No space left on device); make room there or name another folder (lakecheck.reportDirectory)");
        assertThat(parent.resolve("lakecheck.json")).hasContent("old");
        assertThat(files()).containsExactly("lakecheck.json");
    }

    @Test
    void a_file_in_the_folders_place_is_said() throws IOException {
        Path folder = Files.writeString(parent.resolve("taken"), "x");

        assertThat(tellAll(folder)).hasSize(5).allSatisfy(notice -> assertThat(notice.text())
                .contains("report NOT written")
                .contains("a file is where the folder should be"));
    }

    @Test
    void an_old_report_that_can_not_be_deleted_stops_the_run() throws IOException {
        Files.createDirectories(parent.resolve("lakecheck.json/not-empty"));

        assertThatThrownBy(() -> new ReportFolder(parent).clear())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the report of an earlier run can't be deleted: ");
    }

    @Test
    void goes_whole_to_another_place() throws IOException {
        Path site = parent.resolve("site/lakecheck");
        ReportFolder reports = new ReportFolder(parent.resolve("target"));
        assertThat(reports.holdsPage()).isFalse();
        tellAll(parent.resolve("target"));

        reports.copyTo(site);

        assertThat(reports.holdsPage()).isTrue();
        for (String name :
                List.of("index.html", "lakecheck.css", "summary.md", "lakecheck.json", "TEST-lakecheck.xml")) {
            assertThat(site.resolve(name))
                    .hasSameBinaryContentAs(parent.resolve("target").resolve(name));
        }
    }

    @Test
    void reports_that_can_not_be_copied_are_said() throws IOException {
        tellAll(parent.resolve("target"));
        Path taken = Files.writeString(parent.resolve("taken"), "x");

        assertThatThrownBy(() -> new ReportFolder(parent.resolve("target")).copyTo(taken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("a report can't be copied: " + taken.resolve("lakecheck.json")
                        + " (a file is where the folder should be)");
    }

    @Test
    void knows_how_the_run_before_ended() {
        assertThat(new ReportFolder(parent).lastOutcomes()).isEmpty();

        tellAll(parent);

        assertThat(new ReportFolder(parent).lastOutcomes()).contains(Map.of("kpi-daily", Outcome.FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"datasets\": 1}", "{\"datasets\": [{\"name\": \"a\"}]}"})
    void a_file_that_is_not_ours_says_nothing_of_the_run_before(String content) throws IOException {
        Files.writeString(parent.resolve("lakecheck.json"), content);

        assertThat(new ReportFolder(parent).lastOutcomes()).isEmpty();
    }

    @Test
    void takes_nobody_else_s_page_for_its_own() throws IOException {
        Path page = Files.writeString(parent.resolve("index.html"), "mine");

        assertThatThrownBy(() -> new ReportFolder(parent).clear())
                .hasMessage(page + " is no report of lakecheck, and would be lost; name another folder"
                        + " (lakecheck.reportDirectory)");
        assertThat(page).content().isEqualTo("mine");
    }

    @Test
    @Survives(Hazard.TWO_RUNS)
    void of_runs_that_share_a_folder_one_wins_whole() throws Exception {
        int runs = 8;
        CountDownLatch start = new CountDownLatch(runs);
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        try {
            List<Future<Notice>> notices = IntStream.range(0, runs)
                    .mapToObj(run -> threads.submit(() -> {
                        start.countDown();
                        start.await();
                        return new ReportFolder(parent).write("lakecheck.json", out -> lines(run, out));
                    }))
                    .toList();
            for (Future<Notice> notice : notices) {
                assertThat(notice.get().level()).isEqualTo(Notice.Level.INFO);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(files()).containsExactly("lakecheck.json");
        assertThat(Files.readAllLines(parent.resolve("lakecheck.json")))
                .hasSize(10_000)
                .containsOnly(
                        Files.readAllLines(parent.resolve("lakecheck.json")).get(0));
    }

    private static List<Notice> tellAll(Path folder) {
        List<Reporter> reporters = new ReportFolder(folder).reporters("lakecheck.yml");
        return Reports.mixed().toldTo(reporters).notices();
    }

    private static void lines(int run, OutputStream out) throws IOException {
        for (int line = 0; line < 10_000; line++) {
            out.write(("run " + run + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void fullDisk(OutputStream out) throws IOException {
        out.write('{');
        throw new IOException("No space left on device");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
