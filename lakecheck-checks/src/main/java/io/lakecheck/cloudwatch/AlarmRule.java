// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.time.Duration;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * The condition under which an alarm goes off. All alarms except one follow the runs, regardless of the dataset's
 * period: each run publishes a datum, which sets the alarm's state until the next run (missing data is treated as
 * {@code ignore}). The exception is the alarm for missing runs, which goes off because data is missing
 * ({@code breaching}). The only statistics used are Minimum and Maximum, because a retry may send a datum twice, which
 * would double a sum.
 *
 * @param statistic the statistic of the data within a period
 * @param comparison the comparison with the threshold that makes the alarm go off
 * @param threshold the limit in the metric's unit
 * @param period the length of a period
 * @param periods the number of consecutive periods that must violate the threshold
 * @param missing how to treat a period without data
 */
record AlarmRule(
        Statistic statistic,
        ComparisonOperator comparison,
        double threshold,
        Duration period,
        int periods,
        String missing) {

    /**
     * The period of alarms that follow the runs. It is longer than a run, because data has the timestamp of the run's
     * start. It is shorter than the time between two runs, so that each run sets the state.
     */
    static final Duration RUN_PERIOD = Duration.ofMinutes(15);

    private static final Duration HOUR = Duration.ofHours(1);

    static AlarmRule below(double threshold, Duration period) {
        return new AlarmRule(Statistic.MINIMUM, ComparisonOperator.LESS_THAN_THRESHOLD, threshold, period, 1, "ignore");
    }

    static AlarmRule above(double threshold, Duration period) {
        return new AlarmRule(
                Statistic.MAXIMUM, ComparisonOperator.GREATER_THAN_THRESHOLD, threshold, period, 1, "ignore");
    }

    /**
     * Returns the rule of an alarm that goes off if a metric has no data for the given number of hours. The metric must
     * never be negative.
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
