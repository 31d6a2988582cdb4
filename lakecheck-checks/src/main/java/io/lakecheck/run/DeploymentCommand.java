// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Notice;
import io.lakecheck.Suite;
import io.lakecheck.deployment.Deployment;
import io.lakecheck.report.Console;
import io.lakecheck.report.ReportFolder;
import io.lakecheck.spec.RunSettings;
import java.time.Clock;

/**
 * The command that writes {@code deployment.json} for a suite.
 *
 * @param suite the whole suite
 * @param settings the run's settings
 * @param clock provides the current time, which determines the UTC offset of the dashboard's time zone
 * @param console receives the path of the file that was written
 * @param folder the directory to write the file to
 */
record DeploymentCommand(Suite suite, RunSettings settings, Clock clock, Console console, ReportFolder folder) {

    /**
     * Runs the command.
     *
     * @throws RunRejectedException if a dataset is not in S3, or if only some of the datasets are selected
     */
    RunResult run() {
        if (!settings.selection().datasets().isEmpty()) {
            throw new RunRejectedException(
                    "deployment.json is only written for the whole suite, because a deployment with only the selected"
                            + " datasets would stop checking the others. Remove lakecheck.datasets.");
        }
        Deployment deployment;
        try {
            deployment = Deployment.of(RunTask.apply(settings, suite), clock.instant());
        } catch (IllegalArgumentException e) {
            throw RunRejectedException.because(e);
        }
        deployment.warnings().forEach(console::warn);
        Notice written = folder.replace(Deployment.FILE, Deployment.MARK, deployment::writeTo);
        if (written.level() == Notice.Level.FAIL) {
            return RunResult.broken(written.text());
        }
        console.info(written.text());
        return RunResult.PASS;
    }
}
