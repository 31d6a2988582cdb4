// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.Suite;
import io.lakecheck.cloudwatch.CloudWatchException;
import io.lakecheck.notify.Notifier;
import io.lakecheck.report.BacktestJson;
import io.lakecheck.report.BacktestPrinter;
import io.lakecheck.report.Console;
import io.lakecheck.report.ConsoleReporter;
import io.lakecheck.report.GitHubReporter;
import io.lakecheck.report.PlanPrinter;
import io.lakecheck.report.ReportFolder;
import io.lakecheck.report.page.ReportPages;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteProblemsException;
import io.lakecheck.survey.Backtest;
import io.lakecheck.survey.Progress;
import io.lakecheck.value.Display;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The commands that front ends, such as the Maven plugin, run. A user's mistake, such as an invalid suite, is returned
 * as a {@link RunResult}, not thrown.
 *
 * @param suiteName the suite's name in reports, for example {@code lakecheck.yml}
 * @param suite returns the suite; throws {@link SuiteProblemsException} if it is invalid
 * @param settings returns the settings; throws {@link SuiteProblemsException} if they are invalid
 * @param clock provides the current time, unless the settings specify a time
 * @param console receives human-readable lines, for example for a build log
 * @param environment returns the value of an environment variable, or empty if it is not set
 */
public record Commands(
        String suiteName,
        Supplier<Suite> suite,
        Supplier<RunSettings> settings,
        Clock clock,
        Console console,
        Function<String, Optional<String>> environment) {

    /**
     * Checks the lake and writes all reports, regardless of the outcome.
     *
     * @param reports the directory for report files; reports of earlier runs are deleted first
     * @param progress receives the progress; must be thread-safe, because it is called often and from several threads
     */
    public RunResult verify(Path reports, Consumer<Progress> progress) {
        ReportFolder folder = new ReportFolder(reports);
        return resultOf(() -> {
            Notifier notifier = new Notifier(environment, suiteName, folder.previousOutcomes());
            folder.clear();
            return task().map(task -> report(task.run(progress, console::info), task, notifier, folder))
                    .orElse(RunResult.PASS);
        });
    }

    /** Prints what a run would list and check, without listing anything or writing a report. */
    public RunResult plan() {
        return resultOf(() -> {
            new PlanPrinter(console).print(task().map(RunTask::plan).orElse(List.of()));
            return RunResult.PASS;
        });
    }

    /**
     * Prints how often each check would have alerted on past days, and writes {@code backtest.json}. Past alerts do not
     * fail the run, but partitions that can't be listed do.
     *
     * @param reports the directory for the file
     */
    public RunResult backtest(Path reports) {
        BacktestJson json = new BacktestJson(reports);
        return resultOf(() -> {
            json.requireWritable();
            return task().map(RunTask::backtest)
                    .map(backtest -> report(backtest, json.write(backtest)))
                    .orElse(RunResult.PASS);
        });
    }

    /**
     * Derives a suite from the data in a folder, and prints it together with the alerts that it would have caused in
     * the past.
     *
     * @param base the directory against which relative locations are resolved
     * @param file the file to write the suite to, which must not exist yet; empty to only print the suite
     * @param progress receives the progress; must be thread-safe, because it is called often and from several threads
     */
    public RunResult suggest(Path base, Optional<Path> file, Consumer<Progress> progress) {
        return resultOf(() -> new SuggestCommand(settings.get(), clock, console, progress, base, file).run());
    }

    /**
     * Compares the alarms that the suite needs with those in CloudWatch, and updates CloudWatch if
     * {@code lakecheck.apply} is set.
     */
    public RunResult alarms() {
        return resultOf(() -> {
            RunSettings valid = settings.get();
            return new AlarmsCommand(suite.get(), valid, console).run();
        });
    }

    /**
     * Writes a dashboard for the suite's metrics, in the format that {@code lakecheck.format} sets. Reads neither the
     * lake nor CloudWatch.
     *
     * @param directory the directory to write the dashboard to
     */
    public RunResult dashboard(Path directory) {
        return resultOf(() -> {
            RunSettings valid = settings.get();
            return new DashboardCommand(suite.get(), valid, clock, console, new ReportFolder(directory)).run();
        });
    }

    /**
     * Writes {@code deployment.json}: what is needed to run the suite as a Lambda function. Reads neither the lake nor
     * CloudWatch.
     *
     * @param directory the directory to write {@code deployment.json} to
     */
    public RunResult deployment(Path directory) {
        return resultOf(() -> {
            RunSettings valid = settings.get();
            return new DeploymentCommand(suite.get(), valid, clock, console, new ReportFolder(directory)).run();
        });
    }

    private static RunResult resultOf(Supplier<RunResult> command) {
        try {
            return command.get();
        } catch (SuiteProblemsException | RunRejectedException | CloudWatchException | UncheckedIOException e) {
            return RunResult.broken(String.valueOf(e.getMessage()));
        }
    }

    private Optional<RunTask> task() {
        RunSettings valid = settings.get();
        Optional<RunTask> task = RunTask.of(suite.get(), valid, clock);
        if (task.isEmpty()) {
            console.warn("nothing to check: no dataset matches '"
                    + Display.visible(String.join(", ", valid.selection().datasets())) + "'");
        }
        return task;
    }

    private RunResult report(Report report, RunTask task, Notifier notifier, ReportFolder folder) {
        ReportPages pages = new ReportPages(suiteName);
        List<Reporter> reporters = new ArrayList<>();
        reporters.add(task.metricsReporter());
        reporters.add(notifier);
        reporters.addAll(folder.reporters(pages));
        reporters.add(new GitHubReporter(console, environment, pages));
        reporters.add(
                new ConsoleReporter(console, task.settings().failure().failOn().least()));
        return RunResult.of(
                report.reportTo(reporters), task.settings().failure().failOn());
    }

    private RunResult report(Backtest backtest, Notice written) {
        new BacktestPrinter(console).print(backtest);
        if (written.level() == Notice.Level.FAIL) {
            return RunResult.broken(written.text());
        }
        console.info(written.text());
        return RunResult.of(backtest);
    }
}
