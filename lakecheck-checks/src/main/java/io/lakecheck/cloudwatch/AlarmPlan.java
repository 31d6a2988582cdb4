// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.MissingPolicy;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.baseline.SeasonalBaseline;
import io.lakecheck.baseline.Volume;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Percentage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** The alarms that one dataset should have: a pure function of the suite. */
final class AlarmPlan {

    private final Dataset dataset;
    private final Duration period;
    private final AlarmList alarms;

    private AlarmPlan(Metrics metrics, Dataset dataset, Duration period) {
        this.dataset = dataset;
        this.period = period;
        this.alarms = new AlarmList(metrics, dataset);
    }

    /** Of every dataset that has metrics of its own. */
    static List<PutMetricAlarmRequest> of(Suite suite, Metrics metrics, Duration period) {
        return DimensionOwners.of(suite, metrics).granted().stream()
                .flatMap(dataset -> new AlarmPlan(metrics, dataset, period).all().stream())
                .distinct()
                .toList();
    }

    private List<PutMetricAlarmRequest> all() {
        boolean loud = dataset.checks().stream().anyMatch(AlarmPlan::failsWhereAbsent);
        alarms.add(
                "absent", Metric.PARTITION_PRESENT, Metric.RECENCY, AlarmRule.below(1, period), "is not there", loud);
        dataset.checks().forEach(this::addLimits);
        Set<List<Dimension>> flagged = new HashSet<>();
        for (Check check : dataset.checks()) {
            if (flagged.add(alarms.dimensions(Metric.function(check)))) {
                addFlags(check);
            }
        }
        Duration silence = ReportingGap.of(dataset);
        alarms.add(
                "silent",
                Metric.CHECK_UNKNOWN,
                Metric.function(dataset.checks().get(0)),
                AlarmRule.silence(silence),
                "was not checked for " + silence.toHours() + " hours",
                true);
        return alarms.all();
    }

    /** Where none does, the suite itself calls an absent partition a mere warning or no matter. */
    private static boolean failsWhereAbsent(Check check) {
        return check.severity() == Severity.FAIL
                && !(check instanceof DeltaCheck delta && delta.policies().whenAbsent() != MissingPolicy.FAIL);
    }

    private void addLimits(Check check) {
        if (check instanceof SizeCheck size) {
            addSize(size);
        }
        if (check instanceof DeltaCheck delta && isToldByItsPercentage(delta)) {
            addDelta(delta);
        }
    }

    private void addSize(SizeCheck size) {
        addBounds(
                Metric.TOTAL_FILE_SIZE,
                size,
                bound(size.total().min(), "has less than "),
                bound(size.total().max(), "has more than "));
    }

    private static Optional<Bound> bound(OptionalLong limit, String crossed) {
        return limit.stream()
                .mapToObj(bytes -> new Bound(bytes, crossed + new ByteSize(bytes).exact()))
                .findFirst();
    }

    private void addDelta(DeltaCheck delta) {
        addBounds(
                Metric.TOTAL_FILE_SIZE_DELTA_PERCENT,
                delta,
                delta.tolerance()
                        .drop()
                        .map(drop -> new Bound(
                                percent(drop.negated()), "is more than " + drop + " smaller than " + delta.against())),
                delta.tolerance()
                        .rise()
                        .map(rise ->
                                new Bound(percent(rise), "is more than " + rise + " larger than " + delta.against())));
    }

    private void addBounds(Metric metric, Check check, Optional<Bound> least, Optional<Bound> most) {
        String function = Metric.function(check);
        boolean loud = check.severity() == Severity.FAIL;
        least.ifPresent(bound -> alarms.add(
                check.name() + "-below", metric, function, AlarmRule.below(bound.at(), period), bound.crossed(), loud));
        most.ifPresent(bound -> alarms.add(
                check.name() + "-above", metric, function, AlarmRule.above(bound.at(), period), bound.crossed(), loud));
    }

    /**
     * Only where the published percentage alone tells whether the delta holds: it is the first of bytes, measured by
     * its drop and rise, and lets neither small changes nor an absent partition pass. Of all others the failing is the
     * alarm.
     */
    private boolean isToldByItsPercentage(DeltaCheck delta) {
        Optional<DeltaCheck> published = dataset.checks().stream()
                .filter(DeltaCheck.class::isInstance)
                .map(DeltaCheck.class::cast)
                .filter(each -> each.of() == Volume.BYTES)
                .findFirst();
        return published.filter(delta::equals).isPresent()
                && !(delta.against() instanceof SeasonalBaseline)
                && delta.tolerance().atLeast() == 0
                && delta.policies().whenAbsent() == MissingPolicy.FAIL;
    }

    private void addFlags(Check check) {
        String function = Metric.function(check);
        alarms.add(
                check.name() + "-failed",
                Metric.CHECK_FAILED,
                function,
                AlarmRule.above(0, period),
                "failed " + check.name(),
                true);
        alarms.add(
                check.name() + "-unknown",
                Metric.CHECK_UNKNOWN,
                function,
                AlarmRule.above(0, period),
                "could not be checked for " + check.name(),
                true);
    }

    /** The least or the most of a metric, and what is said of a dataset that crosses it. */
    private record Bound(double at, String crossed) {}

    private static double percent(Percentage limit) {
        return limit.percent().doubleValue();
    }
}
