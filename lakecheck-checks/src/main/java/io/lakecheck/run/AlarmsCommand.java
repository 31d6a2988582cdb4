// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Suite;
import io.lakecheck.cloudwatch.AlarmDiff;
import io.lakecheck.cloudwatch.CloudWatchAlarms;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.report.Console;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.value.Display;

/** Shows how a suite's alarms differ from those that are there, and then makes them so where the settings say. */
record AlarmsCommand(Suite suite, RunSettings settings, Console console) {

    /**
     * @throws RunTask.Refused where there is nothing to watch, or only a part of the suite is meant
     * @throws io.lakecheck.cloudwatch.CloudWatchException where CloudWatch can't be asked or does not do as it is told
     */
    RunResult ruling() {
        if (!settings.datasets().isEmpty()) {
            throw new RunTask.Refused("alarms are kept for the whole suite: those of a part would make the others look"
                    + " unwanted; leave datasets out");
        }
        Suite switched = RunTask.switched(suite, settings);
        if (switched.metrics().filter(metrics -> !metrics.enabled()).isPresent()) {
            console.warn("metrics are switched off: without them these alarms see nothing, and silence will ring");
        }
        try (CloudWatchAlarms alarms = CloudWatchAlarms.of(switched)) {
            AlarmDiff diff = alarms.compare();
            diff.lines().forEach(console::info);
            diff.warnings().forEach(console::warn);
            if (settings.apply()) {
                alarms.apply(diff, settings.prune());
                return applied(diff, switched.metrics().orElseThrow());
            }
            if (!diff.isUpToDate()) {
                console.info("nothing was changed; lakecheck.apply=true does it");
            }
            return RunResult.PASS;
        } catch (IllegalArgumentException e) {
            throw new RunTask.Refused(String.valueOf(e.getMessage()));
        }
    }

    private RunResult applied(AlarmDiff diff, Metrics metrics) {
        if (!diff.isUpToDate()) {
            console.info(
                    diff.obsolete() == 0 || settings.prune()
                            ? "all of it was done"
                            : "all of it was done but for deleting, which lakecheck.prune=true does");
        }
        return diff.conflicts() == 0
                ? RunResult.PASS
                : RunResult.broken(
                        Display.count(diff.conflicts(), "alarm") + " NOT put, as others are called so; give the suite a"
                                + " prefix of its own (cloudwatch: { alarms: { prefix: … } }), not "
                                + metrics.alarms().prefix());
    }
}
