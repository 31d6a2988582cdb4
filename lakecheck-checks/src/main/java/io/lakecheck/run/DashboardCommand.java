// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Dataset;
import io.lakecheck.Notice;
import io.lakecheck.Suite;
import io.lakecheck.cloudwatch.Dashboard;
import io.lakecheck.report.Console;
import io.lakecheck.report.ReportFolder;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.value.Display;
import java.time.Clock;
import java.util.List;

/**
 * The command that writes a dashboard for the metrics that a suite publishes.
 *
 * @param suite the whole suite
 * @param settings the run's settings, including the dashboard's format
 * @param clock provides the current time, for the UTC offset of the dashboard's time zone
 * @param console receives the paths of the files that were written
 * @param folder the directory to write the files to
 */
record DashboardCommand(Suite suite, RunSettings settings, Clock clock, Console console, ReportFolder folder) {

    /**
     * Runs the command.
     *
     * @throws RunRejectedException if the suite publishes no metrics, or if only some of its datasets are selected
     * @throws io.lakecheck.cloudwatch.CloudWatchException if the format requires a region, but none is set
     */
    RunResult run() {
        if (!settings.selection().datasets().isEmpty()) {
            throw new RunRejectedException(
                    "a dashboard is only written for the whole suite, because one with only the selected datasets would"
                            + " replace the complete one. Remove lakecheck.datasets.");
        }
        List<Dashboard> dashboards;
        try {
            dashboards = Dashboard.of(
                    RunTask.apply(settings, suite), settings.metrics().dashboard(), clock.instant());
        } catch (IllegalArgumentException e) {
            throw RunRejectedException.because(e);
        }
        List<String> open = suite.datasets().stream()
                .filter(Dataset::isOpen)
                .map(dataset -> "'" + Display.visible(dataset.name()) + "'")
                .toList();
        if (!open.isEmpty()) {
            console.warn("no charts for " + String.join(", ", open)
                    + ": their names are found in the lake, which a dashboard does not read");
        }
        for (Dashboard dashboard : dashboards) {
            Notice written = folder.replace(dashboard.fileName(), Dashboard.MARK, dashboard::writeTo);
            if (written.level() == Notice.Level.FAIL) {
                return RunResult.broken(written.text());
            }
            console.info(written.text() + " (" + Display.count(dashboard.datasets(), "dataset") + ")");
        }
        return RunResult.PASS;
    }
}
