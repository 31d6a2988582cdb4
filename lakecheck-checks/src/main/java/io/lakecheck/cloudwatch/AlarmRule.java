// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.time.Duration;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * How an alarm looks at a metric. All but one follow the runs, whatever the dataset's period: a run's datum decides,
 * and until the next one nothing changes ({@code ignore}). Silence is the other way about: no datum decides, only that
 * there is none ({@code breaching}). Minimum and Maximum alone: a retry may send a datum twice, which leaves them as
 * they are and would double a sum.
 *
 * @param statistic of the data within a period
 * @param comparison what is bad
 * @param threshold in the metric's unit
 * @param period for how long a datum is looked at
 * @param periods how many of them, all of which must be bad
 * @param missing what a period without data is
 */
record AlarmRule(
        Statistic statistic,
        ComparisonOperator comparison,
        double threshold,
        Duration period,
        int periods,
        String missing) {

    /**
     * Longer than a run may take, as data is stamped with its beginning; shorter than any two runs that should each
     * decide.
     */
    static final Duration A_RUN = Duration.ofMinutes(15);

    private static final Duration HOUR = Duration.ofHours(1);

    static AlarmRule below(double threshold, Duration period) {
        return new AlarmRule(Statistic.MINIMUM, ComparisonOperator.LESS_THAN_THRESHOLD, threshold, period, 1, "ignore");
    }

    static AlarmRule above(double threshold, Duration period) {
        return new AlarmRule(
                Statistic.MAXIMUM, ComparisonOperator.GREATER_THAN_THRESHOLD, threshold, period, 1, "ignore");
    }

    /** Of a metric that is never negative: rings where there was none of it for so many hours. */
    static AlarmRule silence(Duration hours) {
        return new AlarmRule(
                Statistic.MINIMUM,
                ComparisonOperator.LESS_THAN_THRESHOLD,
                0,
                HOUR,
                Math.toIntExact(hours.toHours()),
                "breaching");
    }

    PutMetricAlarmRequest.Builder on(PutMetricAlarmRequest.Builder alarm) {
        return alarm.statistic(statistic)
                .comparisonOperator(comparison)
                .threshold(threshold)
                .period(Math.toIntExact(period.toSeconds()))
                .evaluationPeriods(periods)
                .datapointsToAlarm(periods)
                .treatMissingData(missing);
    }
}
