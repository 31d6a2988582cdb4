// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.aws.AwsApi;
import io.lakecheck.aws.AwsErrors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;

/**
 * Sends one run's data points, one request at a time. Continues after a request is rejected, but stops if a request
 * gets no response, because the following ones would probably time out as well. Not thread-safe.
 */
final class MetricSender {

    private final String namespace;
    private final Set<String> failures = new LinkedHashSet<>();
    private int sent;

    MetricSender(String namespace) {
        this.namespace = namespace;
    }

    /** Returns the number of data points that CloudWatch accepted. */
    int sent() {
        return sent;
    }

    /** Returns the distinct reasons why data points were not accepted, or empty if all were accepted. */
    Set<String> failures() {
        return failures;
    }

    void send(List<MetricDatum> data, Supplier<CloudWatchClient> open) {
        AwsErrors errors = new AwsErrors(AwsApi.CLOUDWATCH, AwsApi.CLOUDWATCH.toString());
        try (CloudWatchClient client = open.get()) {
            errors = CloudWatchAccess.errors(client);
            for (List<MetricDatum> batch : MetricBatches.of(data)) {
                try {
                    put(client, batch);
                    sent += batch.size();
                } catch (AwsServiceException rejected) {
                    fail(rejected, errors);
                }
            }
        } catch (RuntimeException e) {
            // For example, no region is set, or the client has a bug. Neither may affect verdicts.
            fail(e, errors);
        }
    }

    private void put(CloudWatchClient client, List<MetricDatum> batch) {
        CloudWatchAccess.verified(
                client.putMetricData(PutMetricDataRequest.builder()
                        .namespace(namespace)
                        .metricData(batch)
                        .build()),
                client);
    }

    private void fail(RuntimeException e, AwsErrors errors) {
        failures.add(new CloudWatchErrors(errors, "cloudwatch:PutMetricData for namespace " + namespace).explain(e));
    }
}
