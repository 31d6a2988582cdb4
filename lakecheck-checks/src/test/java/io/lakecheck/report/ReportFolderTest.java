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
import io.lakecheck.report.page.ReportPages;
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
    void creates_the_directory_and_names_each_file() {
        Path folder = parent.resolve("target/lakecheck");

        assertThat(reportAll(folder))
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
    void a_run_that_dies_leaves_no_old_report() throws IOException {
        reportAll(parent);

        new ReportFolder(parent).clear();

        assertThat(files()).isEmpty();
    }

    @Test
    void clears_only_its_own_files() throws IOException {
        reportAll(parent);
        Files.writeString(parent.resolve("mine.txt"), "x");

        new ReportFolder(parent).clear();

        assertThat(files()).containsExactly("mine.txt");
    }

    @Test
    @Survives(Hazard.HALF_A_REPORT)
    void a_failed_write_keeps_the_old_file_and_fails_the_build() throws IOException {
        Files.writeString(parent.resolve("lakecheck.json"), "old");

        Notice notice = new ReportFolder(parent).write("lakecheck.json", ReportFolderTest::fullDisk);

        assertThat(notice.level()).isEqualTo(Notice.Level.FAIL);
        assertThat(notice.text())
                .contains(
                        parent.resolve("lakecheck.json").toString(),
                        "No space left on device",
                        "lakecheck.reportDirectory");
        assertThat(parent.resolve("lakecheck.json")).hasContent("old");
        assertThat(files()).containsExactly("lakecheck.json");
    }

    @Test
    void a_file_in_place_of_the_directory_is_reported() throws IOException {
        Path folder = Files.writeString(parent.resolve("taken"), "x");

        assertThat(reportAll(folder)).hasSize(5).allSatisfy(notice -> assertThat(notice.text())
                .contains("report NOT written", "a file"));
    }

    @Test
    void a_file_in_place_of_the_directory_stops_the_run_first() throws IOException {
        Path file = Files.writeString(parent.resolve("taken"), "x");

        assertThatThrownBy(() -> new ReportFolder(file).clear())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll(file + " is not a directory", "lakecheck.reportDirectory");
        assertThatThrownBy(() -> new ReportFolder(file.resolve("a/b")).clear())
                .hasMessageContainingAll(file.resolve("a/b").toString(), file + " is not a directory");
    }

    @Test
    void copies_all_reports() throws IOException {
        Path site = parent.resolve("site/lakecheck");
        ReportFolder reports = new ReportFolder(parent.resolve("target"));
        assertThat(reports.hasPage()).isFalse();
        reportAll(parent.resolve("target"));

        reports.copyTo(site);

        assertThat(reports.hasPage()).isTrue();
        for (String name :
                List.of("index.html", "lakecheck.css", "summary.md", "lakecheck.json", "TEST-lakecheck.xml")) {
            assertThat(site.resolve(name))
                    .hasSameBinaryContentAs(parent.resolve("target").resolve(name));
        }
    }

    @Test
    void a_report_that_can_not_be_copied_is_named() throws IOException {
        reportAll(parent.resolve("target"));
        Path taken = Files.writeString(parent.resolve("taken"), "x");

        assertThatThrownBy(() -> new ReportFolder(parent.resolve("target")).copyTo(taken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(taken.resolve("lakecheck.json").toString());
    }

    @Test
    void reads_the_outcomes_of_the_previous_run() {
        assertThat(new ReportFolder(parent).previousOutcomes()).isEmpty();

        reportAll(parent);

        assertThat(new ReportFolder(parent).previousOutcomes()).contains(Map.of("kpi-daily", Outcome.FAILED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"datasets\": 1}", "{\"datasets\": [{\"name\": \"a\"}]}"})
    void a_file_of_another_origin_has_no_previous_outcomes(String content) throws IOException {
        Files.writeString(parent.resolve("lakecheck.json"), content);

        assertThat(new ReportFolder(parent).previousOutcomes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "lakecheck.css", "summary.md", "lakecheck.json", "TEST-lakecheck.xml"})
    void never_deletes_a_file_of_another_origin(String name) throws IOException {
        reportAll(parent);
        Path file = Files.writeString(parent.resolve(name), "mine");

        assertThatThrownBy(() -> new ReportFolder(parent).clear())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContainingAll(file + " was not written by lakecheck", "lakecheck.reportDirectory");
        assertThat(files()).hasSize(5);
        assertThat(file).content().isEqualTo("mine");
    }

    @Test
    void a_directory_with_a_report_s_name_is_not_a_report() throws IOException {
        Files.createDirectories(parent.resolve("index.html/mine"));

        assertThatThrownBy(() -> new ReportFolder(parent).clear()).hasMessageContaining("was not written by lakecheck");
    }

    @Test
    void never_copies_over_a_page_of_another_origin() throws IOException {
        reportAll(parent.resolve("target"));
        Path page = Files.writeString(
                Files.createDirectories(parent.resolve("site")).resolve("index.html"), "mine");

        assertThatThrownBy(() -> new ReportFolder(parent.resolve("target")).copyTo(parent.resolve("site")))
                .hasMessageStartingWith(page + " was not written by lakecheck");
        assertThat(page).content().isEqualTo("mine");
    }

    @Test
    void never_overwrites_a_backtest_of_another_origin() throws IOException {
        Path file = Files.writeString(parent.resolve("backtest.json"), "mine");

        assertThatThrownBy(() -> new BacktestJson(parent).requireWritable())
                .hasMessageStartingWith(file + " was not written by lakecheck");
    }

    @Test
    @Survives(Hazard.HALF_A_REPORT)
    void deletes_what_a_killed_run_left_and_no_other_file() throws IOException {
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
    void keeps_what_a_run_in_the_same_process_is_writing() throws IOException {
        Notice notice = new ReportFolder(parent).write("lakecheck.json", out -> {
            new ReportFolder(parent).clear();
            out.write('x');
        });

        assertThat(notice.level()).isEqualTo(Notice.Level.INFO);
        assertThat(files()).containsExactly("lakecheck.json");
    }

    @Test
    @Survives(Hazard.TWO_RUNS)
    void keeps_what_another_process_is_writing_until_it_is_killed() throws Exception {
        Process writer = Fork.start(InterruptedReport.class, List.of(parent.toString()));
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
    void a_deleted_temporary_file_is_written_again() throws IOException {
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
    void concurrent_runs_in_one_directory_never_mix() throws Exception {
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

    private static List<Notice> reportAll(Path folder) {
        List<Reporter> reporters = new ReportFolder(folder).reporters(new ReportPages("lakecheck.yml"));
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
