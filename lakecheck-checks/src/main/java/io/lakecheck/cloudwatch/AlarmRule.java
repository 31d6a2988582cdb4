// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.time.Duration;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * The condition under which an alarm alerts. All alarms but one follow the runs, whatever the dataset's period: each
 * run's datum sets the state, which stays until the next run ({@code ignore}). The alarm for missing runs alerts
 * because data is missing ({@code breaching}). Statistics are only Minimum and Maximum: a retry may send a datum twice,
 * which doesn't change them but would double a sum.
 *
 * @param statistic statistic of the data within a period
 * @param comparison how a value must compare with the threshold to alert
 * @param threshold limit in the metric's unit
 * @param period length of a period
 * @param periods number of consecutive periods that must violate the threshold
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
     * The period of alarms that follow the runs: longer than a run takes, since data is stamped with the run's start,
     * and shorter than the time between two runs that should each decide.
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

    /** Returns a rule that alerts if a metric, which must never be negative, has no data for so many hours. */
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
