// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.cloudwatch.CloudWatchReporter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchServiceClientConfiguration;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

/**
 * Sits in the pipe to CloudWatch: what goes through it is recorded, and goes on where there is an other end. Wherever a
 * suite says that its metrics go, those of tests never leave for AWS.
 *
 * @param recorded where it is recorded
 * @param behind the server's CloudWatch, not to be closed here; empty where it has none
 */
record MetricsTap(RecordedMetrics recorded, Optional<CloudWatchClient> behind) implements CloudWatchClient, Reporter {

    @Override
    public List<Notice> report(Report report) {
        // A test's now may be long ago; CloudWatch's own would refuse that, and tests ask what it would be sent that
        // day.
        Clock then = Clock.fixed(report.at(), ZoneOffset.UTC);
        return CloudWatchReporter.through(then, () -> this).report(report);
    }

    @Override
    public PutMetricDataResponse putMetricData(PutMetricDataRequest request) {
        request.metricData().forEach(datum -> recorded.add(metric(request.namespace(), datum)));
        return behind.map(client -> client.putMetricData(request)).orElseGet(MetricsTap::taken);
    }

    private static RecordedMetric metric(String namespace, MetricDatum datum) {
        return new RecordedMetric(
                namespace,
                datum.metricName(),
                datum.unitAsString(),
                datum.dimensions().stream().collect(Collectors.toMap(Dimension::name, Dimension::value)),
                datum.timestamp(),
                datum.value());
    }

    /** As CloudWatch says yes. */
    private static PutMetricDataResponse taken() {
        SdkHttpResponse yes = SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("x-amzn-RequestId", "recorded")
                .build();
        PutMetricDataResponse.Builder response = PutMetricDataResponse.builder();
        response.sdkHttpResponse(yes);
        return response.build();
    }

    /** What a failure to publish names. */
    @Override
    public CloudWatchServiceClientConfiguration serviceClientConfiguration() {
        return behind.map(CloudWatchClient::serviceClientConfiguration)
                .orElseGet(() -> CloudWatchServiceClientConfiguration.builder()
                        .region(Region.US_EAST_1)
                        .build());
    }

    @Override
    public String serviceName() {
        return CloudWatchClient.SERVICE_NAME;
    }

    @Override
    public void close() {
        // The client behind is the server's.
    }
}
