// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/**
 * One run's data on its way, request by request. One that is refused does not keep the others back; silence does, for
 * whoever waited once need not wait for each. For one thread.
 */
final class MetricSender {

    private final String namespace;
    private final Set<String> failures = new LinkedHashSet<>();
    private int sent;

    MetricSender(String namespace) {
        this.namespace = namespace;
    }

    /** How many data were taken. */
    int sent() {
        return sent;
    }

    /** Why the others were not, each reason once; empty where all were taken. */
    Set<String> failures() {
        return failures;
    }

    void send(List<MetricDatum> data, Supplier<CloudWatchClient> open) {
        String where = "CloudWatch";
        try (CloudWatchClient client = open.get()) {
            where = CloudWatch.where(client);
            for (List<MetricDatum> batch : Batches.of(data)) {
                try {
                    put(client, batch);
                    sent += batch.size();
                } catch (AwsServiceException refused) {
                    fail(refused, where);
                }
            }
        } catch (RuntimeException silence) {
            // Also a bug in a client or a region that nobody told: the verdicts stand whatever becomes of their
            // metrics.
            fail(silence, where);
        }
    }

    private void put(CloudWatchClient client, List<MetricDatum> batch) {
        CloudWatch.proved(client.putMetricData(PutMetricDataRequest.builder()
                .namespace(namespace)
                .metricData(batch)
                .build()));
    }

    private void fail(RuntimeException trouble, String where) {
        failures.add(CloudWatchErrors.text(
                trouble, "allow cloudwatch:PutMetricData where cloudwatch:namespace is " + namespace, where));
    }
}
