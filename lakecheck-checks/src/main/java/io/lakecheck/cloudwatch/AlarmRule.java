// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.partition.Period;
import java.time.Duration;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * The condition under which an alarm goes off. All alarms except one follow the runs, regardless of the dataset's
 * period: each run publishes a data point, which sets the alarm's state until the next run (missing data is treated as
 * {@code ignore}). The exception is the alarm for missing runs, which treats missing data as {@code breaching}. Only
 * Minimum and Maximum are used as statistics: a retry may send a data point twice, which would double a sum.
 *
 * @param statistic the statistic that combines the data points within a period
 * @param comparison how the statistic must compare with the threshold for the alarm to go off
 * @param threshold the threshold, in the metric's unit
 * @param period the length of a CloudWatch evaluation period
 * @param periods the number of consecutive periods that must violate the threshold before the alarm goes off
 * @param missing how CloudWatch treats a period without data: {@code ignore} or {@code breaching}
 */
record AlarmRule(
        Statistic statistic,
        ComparisonOperator comparison,
        double threshold,
        Duration period,
        int periods,
        String missing) {

    /**
     * The evaluation period for all alarms except the one for missing runs. It is longer than a run takes, because data
     * points carry the time at which the run started. It is shorter than the time between two runs, so that each run
     * sets the alarm's state.
     */
    static final Duration RUN_PERIOD = Duration.ofMinutes(15);

    private static final Duration HOUR = Duration.ofHours(1);

    /** The evaluation period for datasets that are checked more often than every few minutes. */
    private static final Duration SHORTEST = Duration.ofMinutes(5);

    /** Returns the evaluation period for a dataset that may be checked more often than once in a given period. */
    static Duration between(Dataset dataset, Duration period) {
        Duration runs = dataset.location()
                .period()
                .filter(Period::isMinutes)
                .map(minutes -> Duration.ofMinutes(minutes.length()))
                .filter(minutes -> minutes.compareTo(period) < 0)
                .orElse(period);
        return runs.compareTo(SHORTEST) < 0 && period.compareTo(SHORTEST) > 0 ? SHORTEST : runs;
    }

    static AlarmRule below(double threshold, Duration period) {
        return new AlarmRule(Statistic.MINIMUM, ComparisonOperator.LESS_THAN_THRESHOLD, threshold, period, 1, "ignore");
    }

    static AlarmRule above(double threshold, Duration period) {
        return new AlarmRule(
                Statistic.MAXIMUM, ComparisonOperator.GREATER_THAN_THRESHOLD, threshold, period, 1, "ignore");
    }

    /**
     * Returns the rule for an alarm that goes off if a metric has no data for the given time, which must be a whole
     * number of hours. The metric must never be negative; otherwise, the alarm could also go off because of a value.
     */
    static AlarmRule noData(Duration hours) {
        return new AlarmRule(
                Statistic.MINIMUM,
                ComparisonOperator.LESS_THAN_THRESHOLD,
                0,
                HOUR,
                Math.toIntExact(hours.toHours()),
                "breaching");
    }

    PutMetricAlarmRequest.Builder applyTo(PutMetricAlarmRequest.Builder alarm) {
        return alarm.statistic(statistic)
                .comparisonOperator(comparison)
                .threshold(threshold)
                .period(Math.toIntExact(period.toSeconds()))
                .evaluationPeriods(periods)
                .datapointsToAlarm(periods)
                .treatMissingData(missing);
    }
}
