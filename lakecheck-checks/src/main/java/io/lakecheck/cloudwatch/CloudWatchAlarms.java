// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Suite;
import io.lakecheck.aws.AwsException;
import io.lakecheck.delivery.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * The CloudWatch alarms of a suite. Compares the existing alarms with those that the suite needs, and updates them, but
 * never changes an alarm that doesn't belong to the suite (see {@link AlarmOwnership}). Not thread-safe. Must be
 * closed.
 */
public final class CloudWatchAlarms implements AutoCloseable {

    /** The maximum number of alarms that CloudWatch returns per page. */
    private static final int PAGE = 100;

    private static final String LIST = "list the alarms";

    private final Suite suite;
    private final Metrics metrics;
    private final AlarmOwnership ownership;
    private final Duration period;
    private final CloudWatchClient client;

    CloudWatchAlarms(Suite suite, Metrics metrics, Duration period, CloudWatchClient client) {
        this.suite = suite;
        this.metrics = metrics;
        this.ownership = AlarmOwnership.of(metrics);
        this.period = period;
        this.client = client;
    }

    /**
     * Returns the alarms for a suite.
     *
     * @throws IllegalArgumentException if the suite sets no namespace and therefore publishes no metrics
     * @throws CloudWatchException if no region is set or the endpoint is invalid
     */
    public static CloudWatchAlarms of(Suite suite) {
        Metrics metrics = suite.metrics()
                .orElseThrow(() -> new IllegalArgumentException("alarms need metrics, but the suite sets no"
                        + " CloudWatch namespace. Add one, for example cloudwatch: { namespace: Lake/Checks }."));
        try {
            CloudWatchClient client =
                    CloudWatchAccess.open(CloudWatchAccess.connection(suite, metrics), CloudWatchAccess.FOR_ALARMS);
            return new CloudWatchAlarms(suite, metrics, AlarmRule.RUN_PERIOD, client);
        } catch (AwsException e) {
            throw new CloudWatchException(LIST, e.getMessage(), e);
        }
    }

    /**
     * Returns the required changes without applying them.
     *
     * @throws CloudWatchException if the alarms can't be listed
     */
    public AlarmDiff compare() {
        List<MetricAlarm> existing = new ArrayList<>();
        List<CompositeAlarm> composites = new ArrayList<>();
        try {
            for (DescribeAlarmsResponse page :
                    client.describeAlarmsPaginator(request -> request.alarmNamePrefix(ownership.namePrefix())
                            .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                            .maxRecords(PAGE))) {
                CloudWatchAccess.verified(page, client);
                existing.addAll(page.metricAlarms());
                composites.addAll(page.compositeAlarms());
            }
        } catch (RuntimeException e) {
            CloudWatchErrors errors =
                    new CloudWatchErrors(CloudWatchAccess.errors(client), "cloudwatch:DescribeAlarms");
            throw new CloudWatchException(LIST, errors.explain(e), e);
        }
        return AlarmDiff.of(
                ownership,
                AlarmPlan.of(suite, metrics, period),
                existing,
                composites,
                DimensionOwners.of(suite, metrics).warnings());
    }

    /**
     * Applies a diff, one request at a time. If a request fails, earlier changes stay in effect, and calling
     * {@link #compare} again returns those that are still to be made.
     *
     * @param prune whether to delete alarms that the suite no longer needs
     * @throws CloudWatchException if a request fails; the message states how many requests succeeded
     */
    public void apply(AlarmDiff diff, boolean prune) {
        new AlarmUpdates(diff, prune, client).run();
    }

    @Override
    public void close() {
        client.close();
    }
}
