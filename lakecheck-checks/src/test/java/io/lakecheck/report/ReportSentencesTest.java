// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Check;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Sentences;
import io.lakecheck.lake.Traffic;
import io.lakecheck.report.page.MarkdownReport;
import io.lakecheck.report.page.ReportPages;
import io.lakecheck.survey.Backtest;
import io.lakecheck.survey.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the texts of this package's reports, except for the texts of verdicts. */
class ReportSentencesTest {

    @TempDir
    Path folder;

    private final Sentences sentences = new Sentences();

    @Test
    void sentences_are_as_pinned() throws IOException {
        consoles();
        summary("summary with an outcome of each kind", Reports.mixed());
        summary("summary of an unreadable dataset", Reports.unknown());
        summary("summary after success", Reports.passed());
        github();
        files();
        sentences.check("report");
    }

    private void consoles() {
        sentences
                .add("console", console(Reports.mixed()))
                .add("console with retries", RequestCost.text(new Traffic(12, 2, 4000)))
                .add("backtest", backtest(Backtests.mixed()))
                .add("backtest of copies", backtest(Backtests.copied()))
                .add("plan", plan(Reports.plan()))
                .add("progress", progress());
    }

    private static String console(Report report) {
        RecordingConsole console = RecordingConsole.plain();
        new ConsoleReporter(console, Outcome.FAILED).report(report);
        return withoutVerdicts(String.join("\n", console.lines), report.findings());
    }

    private static String backtest(Backtest backtest) {
        RecordingConsole console = RecordingConsole.plain();
        new BacktestPrinter(console).print(backtest);
        return withoutVerdicts(
                String.join("\n", console.lines),
                backtest.series().stream()
                        .flatMap(series -> series.findings().stream())
                        .toList());
    }

    private static String plan(List<Evidence> plan) {
        RecordingConsole console = RecordingConsole.plain();
        new PlanPrinter(console).print(plan);
        String text = String.join("\n", console.lines);
        for (Evidence evidence : plan) {
            for (Check check : evidence.dataset().checks()) {
                text = text.replace(": " + check.describe(), ": EXPECTATION");
            }
        }
        return text;
    }

    private static String withoutVerdicts(String text, List<Finding> findings) {
        String shortened = text;
        for (Finding finding : findings) {
            shortened = shortened.replace(": " + finding.verdict().text(), ": VERDICT");
        }
        return shortened;
    }

    private static String outage() {
        RecordingConsole console = RecordingConsole.plain();
        new ConsoleReporter(console, Outcome.FAILED).report(Reports.failing(11));
        return console.lines.get(24);
    }

    private static String progress() {
        StringBuilder line = new StringBuilder();
        long[] clock = {0};
        ProgressLine progress = new ProgressLine(line::append, Duration.ofSeconds(5), () -> clock[0]);
        clock[0] = Duration.ofSeconds(5).toNanos();
        progress.accept(new Progress(3, 8, new Traffic(44, 9, 41_000), 16, 9));
        return line.toString();
    }

    private void summary(String name, Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MarkdownReport.write(report, new ReportPages("lakecheck.yml"), out);
        sentences.add(
                name,
                out.toString(StandardCharsets.UTF_8)
                        .replaceAll("(?m)^(- \\*\\*[a-z]+\\*\\* [a-z]+: ).*$", "$1VERDICT"));
    }

    private void github() {
        RecordingConsole console = RecordingConsole.plain();
        Map<String, String> environment = Map.of(
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_STEP_SUMMARY",
                folder.resolve("a/b").toString());
        List<Notice> notices = new GitHubReporter(
                        console, name -> Optional.ofNullable(environment.get(name)), new ReportPages("lakecheck.yml"))
                .report(Reports.failing(31));
        sentences
                .add("more annotations than GitHub shows", console.lines.get(9))
                .add("outage of several datasets", outage())
                .add("summary not written", shown(notices.get(0).text()));
    }

    private void files() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Path directory = Files.createDirectory(folder.resolve("directory"));
        ReportFolder reports = new ReportFolder(directory);
        sentences
                .add("written", shown(reports.write("lakecheck.json", out -> {}).text()))
                .add(
                        "full disk",
                        shown(reports.write("lakecheck.json", out -> {
                                    throw new IOException("No space left on device");
                                })
                                .text()))
                .add(
                        "file instead of the directory",
                        shown(new ReportFolder(file)
                                .write("lakecheck.json", out -> {})
                                .text()))
                .add("directory is a file", problem(() -> new ReportFolder(file.resolve("a")).clear()));
        Files.delete(directory.resolve("lakecheck.json"));
        Files.writeString(directory.resolve("index.html"), "<!doctype html>" + HtmlReporter.MARK);
        sentences.add("copy into a file", problem(() -> reports.copyTo(file)));
        Files.writeString(directory.resolve("index.html"), "mine");
        sentences.add("file not written by lakecheck", problem(reports::clear));
    }

    private String problem(ThrowingCallable call) {
        return shown(Sentences.message(call));
    }

    private String shown(String text) {
        return text.replace(folder.toString(), "DIR");
    }
}
