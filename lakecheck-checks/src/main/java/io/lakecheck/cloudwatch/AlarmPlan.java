// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.MissingPolicy;
import io.lakecheck.Severity;
import io.lakecheck.Suite;
import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.Metrics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** The alarms that one dataset needs. They are derived from the suite alone, not from existing alarms or data. */
final class AlarmPlan {

    private final Dataset dataset;
    private final Duration period;
    private final AlarmList alarms;

    private AlarmPlan(Metrics metrics, Dataset dataset, Duration period) {
        this.dataset = dataset;
        this.period = AlarmRule.between(dataset, period);
        this.alarms = new AlarmList(metrics, dataset);
    }

    /**
     * Returns the alarms of a suite: those of all datasets that publish metrics (see {@link DimensionOwners}) or, in
     * the mode {@link Alarms.Mode#FLEET}, those for the whole fleet. If the names of some datasets are found in the
     * lake, returns both.
     */
    static List<PlannedAlarm> planned(Suite suite, Metrics metrics, Duration period) {
        DimensionOwners owners = DimensionOwners.of(suite, metrics);
        boolean isFleet = metrics.alarms().mode() == Alarms.Mode.FLEET;
        Stream<PlannedAlarm> own = owners.known().stream()
                .filter(dataset -> !isFleet)
                .flatMap(dataset -> new AlarmPlan(metrics, dataset, period).all().stream())
                .distinct();
        return Stream.concat(own, isFleet || owners.hasOpen() ? fleet(suite, metrics, period) : Stream.empty())
                .toList();
    }

    private static Stream<PlannedAlarm> fleet(Suite suite, Metrics metrics, Duration period) {
        boolean absenceFails = suite.datasets().stream()
                .flatMap(each -> each.checks().stream())
                .anyMatch(AlarmPlan::failsIfAbsent);
        return new FleetAlarms(metrics, period).all(absenceFails).stream();
    }

    /** Returns the requests that create the planned alarms. */
    static List<PutMetricAlarmRequest> of(Suite suite, Metrics metrics, Duration period) {
        return planned(suite, metrics, period).stream()
                .map(PlannedAlarm::request)
                .toList();
    }

    private List<PlannedAlarm> all() {
        boolean absenceFails = dataset.checks().stream().anyMatch(AlarmPlan::failsIfAbsent);
        alarms.add(
                "absent",
                Metric.PARTITION_PRESENT,
                Metric.RECENCY,
                AlarmRule.below(1, period),
                "is absent",
                absenceFails);
        dataset.checks().forEach(this::addLimits);
        addOutcomes();
        Duration gap = ReportingGap.of(dataset);
        alarms.add(
                "silent",
                Metric.CHECK_UNKNOWN,
                Metric.function(dataset.checks().get(0)),
                AlarmRule.noData(gap),
                "has not been checked for " + gap.toHours() + " hours",
                true);
        return alarms.all();
    }

    /**
     * Returns whether a check fails if the partition is absent. If a dataset has no such check, an absent partition
     * causes at most a warning.
     */
    private static boolean failsIfAbsent(Check check) {
        return check.severity() == Severity.FAIL
                && !(check instanceof DeltaCheck delta && delta.policies().whenAbsent() != MissingPolicy.FAIL);
    }

    private void addLimits(Check check) {
        MetricLimit.of(dataset, check)
                .forEach(limit -> alarms.add(
                        check.name() + limit.suffix(),
                        limit.metric(),
                        Metric.function(check),
                        limit.rule(period),
                        limit.problem(),
                        check.severity() == Severity.FAIL));
    }

    /**
     * Adds the alarms for failed checks and for checks without a result. Checks with the same dimensions share these
     * alarms, because they also share the metrics.
     */
    private void addOutcomes() {
        Set<List<Dimension>> covered = new HashSet<>();
        for (Check check : dataset.checks()) {
            if (covered.add(alarms.dimensions(Metric.function(check)))) {
                addOutcome(check, "-failed", Metric.CHECK_FAILED, "failed the " + check.name() + " check");
                addOutcome(check, "-unknown", Metric.CHECK_UNKNOWN, "has no result for the " + check.name() + " check");
            }
        }
    }

    private void addOutcome(Check check, String suffix, Metric metric, String problem) {
        alarms.add(check.name() + suffix, metric, Metric.function(check), AlarmRule.above(0, period), problem, true);
    }
}
