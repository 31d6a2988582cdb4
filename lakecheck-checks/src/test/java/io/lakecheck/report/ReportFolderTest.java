// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Fork;
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
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
        tellAll(parent);
        Files.writeString(parent.resolve("mine.txt"), "x");

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
    void a_file_in_its_place_stops_the_run_before_it_looks_at_anything() throws IOException {
        Path file = Files.writeString(parent.resolve("taken"), "x");

        assertThatThrownBy(() -> new ReportFolder(file).clear())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("no report can be written to " + file + ": " + file
                        + " is no folder; name another folder (lakecheck.reportDirectory)");
        assertThatThrownBy(() -> new ReportFolder(file.resolve("a/b")).clear())
                .hasMessage("no report can be written to " + file.resolve("a/b") + ": " + file
                        + " is no folder; name another folder (lakecheck.reportDirectory)");
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

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "lakecheck.css", "summary.md", "lakecheck.json", "TEST-lakecheck.xml"})
    void takes_nobody_else_s_file_for_its_own_not_even_beside_its_own(String name) throws IOException {
        tellAll(parent);
        Path file = Files.writeString(parent.resolve(name), "mine");

        assertThatThrownBy(() -> new ReportFolder(parent).clear())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(file + " is no report of lakecheck, and would be lost; name another folder"
                        + " (lakecheck.reportDirectory)");
        assertThat(files()).hasSize(5);
        assertThat(file).content().isEqualTo("mine");
    }

    @Test
    void a_folder_with_a_report_s_name_is_nobody_s_report() throws IOException {
        Files.createDirectories(parent.resolve("index.html/mine"));

        assertThatThrownBy(() -> new ReportFolder(parent).clear()).hasMessageContaining("is no report of lakecheck");
    }

    @Test
    void copies_over_nobody_else_s_page() throws IOException {
        tellAll(parent.resolve("target"));
        Path page = Files.writeString(
                Files.createDirectories(parent.resolve("site")).resolve("index.html"), "mine");

        assertThatThrownBy(() -> new ReportFolder(parent.resolve("target")).copyTo(parent.resolve("site")))
                .hasMessageStartingWith(page + " is no report of lakecheck, and would be lost");
        assertThat(page).content().isEqualTo("mine");
    }

    @Test
    void looks_back_over_nobody_else_s_file() throws IOException {
        Path file = Files.writeString(parent.resolve("backtest.json"), "mine");

        assertThatThrownBy(() -> new BacktestJson(parent).refuseBadPlace())
                .hasMessageStartingWith(file + " is no report of lakecheck, and would be lost");
    }

    @Test
    @Survives(Hazard.HALF_A_REPORT)
    void what_a_killed_run_was_writing_is_gone_with_the_next_run_and_no_one_else_s_file() throws IOException {
        List<String> others = List.of(
                ".lakecheck.json.tmp",
                ".lakecheck.json.mine.tmp",
                ".mine.json.6b2f3c1e-7a0d-4d7b-9a55-0c5a5e7f1d11.tmp",
                "lakecheck.json.6b2f3c1e-7a0d-4d7b-9a55-0c5a5e7f1d11.tmp");
        for (String other : others) {
            Files.writeString(parent.resolve(other), "mine");
        }
        for (String ours : List.of("lakecheck.json", "index.html", "lakecheck.css", "backtest.json")) {
            Files.writeString(parent.resolve("." + ours + "." + UUID.randomUUID() + ".tmp"), "{");
        }

        new ReportFolder(parent).clear();

        assertThat(files()).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    @Survives(Hazard.TWO_RUNS)
    void what_a_run_in_the_same_process_is_writing_stays() throws IOException {
        Notice notice = new ReportFolder(parent).write("lakecheck.json", out -> {
            new ReportFolder(parent).clear();
            out.write('x');
        });

        assertThat(notice.level()).isEqualTo(Notice.Level.INFO);
        assertThat(files()).containsExactly("lakecheck.json");
    }

    @Test
    @Survives(Hazard.TWO_RUNS)
    void what_another_process_is_writing_stays_until_that_is_killed() throws Exception {
        Process writer = Fork.start(HalfAReport.class, List.of(parent.toString()));
        try {
            assertThat(writer.inputReader().readLine()).isEqualTo("half");
            new ReportFolder(parent).clear();
            assertThat(files()).hasSize(1).allMatch(name -> name.endsWith(".tmp"));
        } finally {
            writer.destroyForcibly().waitFor();
        }

        new ReportFolder(parent).clear();

        assertThat(files()).isEmpty();
    }

    @Test
    void a_draft_that_is_swept_away_is_written_again() throws IOException {
        AtomicInteger times = new AtomicInteger();

        Notice notice = new ReportFolder(parent).write("lakecheck.json", out -> {
            if (times.incrementAndGet() == 1) {
                Files.delete(parent.resolve(files().get(0)));
            }
            out.write('x');
        });

        assertThat(notice.level()).isEqualTo(Notice.Level.INFO);
        assertThat(parent.resolve("lakecheck.json")).content().isEqualTo("x");
        assertThat(files()).containsExactly("lakecheck.json");
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
        return Reports.mixed().reportTo(reporters).notices();
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
