// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Evidence;
import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.Suite;
import io.lakecheck.cloudwatch.CloudWatchException;
import io.lakecheck.notify.Notifier;
import io.lakecheck.report.BacktestConsole;
import io.lakecheck.report.BacktestJson;
import io.lakecheck.report.Console;
import io.lakecheck.report.ConsoleReporter;
import io.lakecheck.report.GitHubReporter;
import io.lakecheck.report.PlanConsole;
import io.lakecheck.report.ReportFolder;
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
 * The run that every shell makes: it reads, looks, judges, tells, and answers what the shell should signal. Nothing
 * that a user can do wrong leaves it as an exception.
 *
 * @param called what people call the suite: {@code lakecheck.yml}
 * @param suite reads what to check
 * @param settings reads how
 * @param clock tells the time where the settings do not
 * @param console where people are told
 * @param environment the value of an environment variable; empty where it is not set
 */
public record Commands(
        String called,
        Supplier<Suite> suite,
        Supplier<RunSettings> settings,
        Clock clock,
        Console console,
        Function<String, Optional<String>> environment) {

    /**
     * Looks at the lake and judges. Whatever the outcome, people and reports are told before this returns.
     *
     * @param reports where the files go; those of earlier runs are deleted before anything else
     * @param watcher told how far it has come, often and from several threads
     */
    public RunResult run(Path reports, Consumer<Progress> watcher) {
        ReportFolder folder = new ReportFolder(reports);
        try {
            Notifier notifier = new Notifier(environment, called, folder.lastOutcomes());
            folder.clear();
            Optional<RunTask> task = task();
            task.ifPresent(RunTask::plan);
            return task.map(wanted -> ruling(wanted.report(watcher, console::info), wanted, notifier, folder))
                    .orElse(RunResult.PASS);
        } catch (SuiteProblemsException | RunTask.Refused | UncheckedIOException e) {
            return RunResult.broken(String.valueOf(e.getMessage()));
        }
    }

    /** Tells people what would be listed and judged. Looks at no lake and writes no report. */
    public RunResult plan() {
        try {
            List<Evidence> plan = task().map(RunTask::plan).orElse(List.of());
            new PlanConsole(console).report(plan);
            return RunResult.PASS;
        } catch (SuiteProblemsException | RunTask.Refused e) {
            return RunResult.broken(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Tells people how often each check would have rung in the past days, and writes {@code backtest.json}. What rang
     * then breaks nothing now; what can't be looked at does.
     *
     * @param reports where the file goes
     */
    public RunResult backtest(Path reports) {
        BacktestJson json = new BacktestJson(reports);
        try {
            json.refuseBadPlace();
            Optional<RunTask> task = task();
            task.ifPresent(RunTask::plan);
            return task.map(RunTask::backtest)
                    .map(past -> ruling(past, json.write(past)))
                    .orElse(RunResult.PASS);
        } catch (SuiteProblemsException | RunTask.Refused | UncheckedIOException e) {
            return RunResult.broken(String.valueOf(e.getMessage()));
        }
    }

    private RunResult ruling(Backtest past, Notice written) {
        new BacktestConsole(console).report(past);
        if (written.level() == Notice.Level.FAIL) {
            return RunResult.broken(written.text());
        }
        console.info(written.text());
        return RunResult.on(past);
    }

    /**
     * Learns a suite from what lies below a folder, and shows it, with what it would have flagged.
     *
     * @param base the folder from which a relative location is found
     * @param file where to write it too, never over another; empty for nowhere
     */
    public RunResult suggest(Path base, Optional<Path> file) {
        try {
            return new SuggestCommand(settings.get(), clock, console, base, file).ruling();
        } catch (SuiteProblemsException | RunTask.Refused e) {
            return RunResult.broken(String.valueOf(e.getMessage()));
        }
    }

    /** Tells people what the suite's alarms lack, and makes them so where the settings say. Looks at no lake. */
    public RunResult alarms() {
        try {
            RunSettings how = settings.get();
            return new AlarmsCommand(suite.get(), how, console).ruling();
        } catch (SuiteProblemsException | RunTask.Refused | CloudWatchException e) {
            return RunResult.broken(String.valueOf(e.getMessage()));
        }
    }

    private Optional<RunTask> task() {
        RunSettings how = settings.get();
        Optional<RunTask> task = RunTask.of(suite.get(), how, clock);
        if (task.isEmpty()) {
            console.warn("nothing is checked: no dataset is called "
                    + Display.visible(String.join(", ", how.selection().datasets())));
        }
        return task;
    }

    private RunResult ruling(Report report, RunTask task, Notifier notifier, ReportFolder folder) {
        List<Reporter> reporters = new ArrayList<>();
        reporters.add(task.metrics());
        reporters.add(notifier);
        reporters.addAll(folder.reporters(called));
        reporters.add(new GitHubReporter(console, environment, called));
        reporters.add(
                new ConsoleReporter(console, task.settings().failure().failOn().least()));
        return RunResult.on(
                report.reportTo(reporters), task.settings().failure().failOn());
    }
}
