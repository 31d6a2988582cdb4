// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Suite;
import io.lakecheck.cloudwatch.AlarmDiff;
import io.lakecheck.cloudwatch.CloudWatchAlarms;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.report.Console;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.value.Display;

/**
 * The command that compares the alarms that a suite needs with those in CloudWatch, and updates CloudWatch if
 * {@code lakecheck.apply} is set.
 */
record AlarmsCommand(Suite suite, RunSettings settings, Console console) {

    /**
     * Runs the command.
     *
     * @throws RunRejectedException if the suite publishes no metrics, or if only some of its datasets are selected
     * @throws io.lakecheck.cloudwatch.CloudWatchException if alarms can't be read or changed
     */
    RunResult run() {
        if (!settings.selection().datasets().isEmpty()) {
            throw new RunRejectedException(
                    "alarms can only be managed for the whole suite, because the alarms of datasets that are not selected would"
                            + " be considered obsolete. Remove lakecheck.datasets.");
        }
        Suite applied = RunTask.apply(settings, suite);
        if (applied.metrics().filter(metrics -> !metrics.enabled()).isPresent()) {
            console.warn(
                    "metrics are disabled, so these alarms receive no data and the alarms for missing runs will go off."
                            + " Enable metrics with lakecheck.metrics=true or cloudwatch: { enabled: true }.");
        }
        try (CloudWatchAlarms alarms = CloudWatchAlarms.of(applied)) {
            AlarmDiff diff = alarms.compare();
            diff.lines().forEach(console::info);
            diff.warnings().forEach(console::warn);
            if (settings.alarms().apply()) {
                alarms.apply(diff, settings.alarms().prune());
                return resultOfApplying(diff, applied.metrics().orElseThrow());
            }
            if (!diff.isUpToDate()) {
                console.info("no changes made. Set lakecheck.apply=true to make them.");
            }
            return RunResult.PASS;
        } catch (IllegalArgumentException e) {
            throw RunRejectedException.because(e);
        }
    }

    private RunResult resultOfApplying(AlarmDiff diff, Metrics metrics) {
        if (!diff.isUpToDate()) {
            console.info(
                    diff.obsolete() == 0 || settings.alarms().prune()
                            ? "all changes applied"
                            : "all changes applied except deletions."
                                    + " Set lakecheck.prune=true to delete obsolete alarms.");
        }
        return diff.conflicts() == 0
                ? RunResult.PASS
                : RunResult.broken(Display.count(diff.conflicts(), "alarm")
                        + " NOT applied: alarms with these names exist, but do not belong to this suite. Give the"
                        + " suite its own prefix (cloudwatch: { alarms: { prefix: … } }) instead of '"
                        + metrics.alarms().prefix() + "'.");
    }
}
