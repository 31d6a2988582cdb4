// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Suite;
import io.lakecheck.delivery.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * The CloudWatch alarms of a suite: compares those that are there with those that it should have, and makes them so.
 * Touches none that is not the suite's own: by its name's prefix and by what its description says. For one thread; to
 * be closed.
 */
public final class CloudWatchAlarms implements AutoCloseable {

    /** The most that CloudWatch tells at once. */
    private static final int PAGE = 100;

    private static final String LOOK = "look at the alarms";

    private final Suite suite;
    private final Metrics metrics;
    private final AlarmOwnership owner;
    private final Duration period;
    private final CloudWatchClient client;

    CloudWatchAlarms(Suite suite, Metrics metrics, Duration period, CloudWatchClient client) {
        this.suite = suite;
        this.metrics = metrics;
        this.owner = AlarmOwnership.of(metrics);
        this.period = period;
        this.client = client;
    }

    /**
     * The alarms of this suite.
     *
     * @throws IllegalArgumentException where the suite names no namespace and so has no metrics to watch
     * @throws CloudWatchException where nobody tells the region
     */
    public static CloudWatchAlarms of(Suite suite) {
        Metrics metrics = suite.metrics()
                .orElseThrow(
                        () -> new IllegalArgumentException("the suite publishes no metrics that an alarm could watch;"
                                + " write for instance cloudwatch: { namespace: Lake/Checks }"));
        try {
            CloudWatchClient client =
                    CloudWatch.open(CloudWatch.connection(suite, metrics), CloudWatch.Patience.FOR_ALARMS);
            return new CloudWatchAlarms(suite, metrics, AlarmRule.A_RUN, client);
        } catch (SdkClientException nowhere) {
            throw CloudWatchException.at(LOOK, CloudWatchErrors.text(nowhere, "", "CloudWatch"), nowhere);
        }
    }

    /**
     * What would have to change. Changes nothing.
     *
     * @throws CloudWatchException where the alarms can't be seen
     */
    public AlarmDiff compare() {
        List<MetricAlarm> found = new ArrayList<>();
        List<CompositeAlarm> composites = new ArrayList<>();
        try {
            for (DescribeAlarmsResponse page : client.describeAlarmsPaginator(ask -> ask.alarmNamePrefix(owner.stem())
                    .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                    .maxRecords(PAGE))) {
                CloudWatch.proved(page);
                found.addAll(page.metricAlarms());
                composites.addAll(page.compositeAlarms());
            }
        } catch (RuntimeException trouble) {
            throw CloudWatchException.at(
                    LOOK,
                    CloudWatchErrors.text(trouble, "allow cloudwatch:DescribeAlarms", CloudWatch.where(client)),
                    trouble);
        }
        return AlarmDiff.of(
                owner,
                AlarmPlan.of(suite, metrics, period),
                found,
                composites,
                List.copyOf(DimensionOwners.of(suite, metrics).refused().values()));
    }

    /**
     * Makes it so, alarm by alarm. Where one fails the ones before it are done, and doing it again goes on from there.
     *
     * @param prune whether those that the suite has no use for are deleted
     * @throws CloudWatchException at the first request that fails; it says how many were done before
     */
    public void apply(AlarmDiff diff, boolean prune) {
        new AlarmUpdates(diff, prune, client).run();
    }

    @Override
    public void close() {
        client.close();
    }
}
