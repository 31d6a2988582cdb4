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
 * A CloudWatch client that records metrics and forwards them to the test server's CloudWatch, if it has one. Test
 * metrics are never sent to AWS, even if the suite configures AWS.
 *
 * @param recorded receives the metrics
 * @param server a client of the test server, or empty if the server doesn't support CloudWatch; closing the recorder
 *     doesn't close it
 */
record MetricsRecorder(RecordedMetrics recorded, Optional<CloudWatchClient> server)
        implements CloudWatchClient, Reporter {

    @Override
    public List<Notice> report(Report report) {
        // The reporter's clock must show the test's time. Otherwise, the reporter could reject that time as too old.
        Clock testTime = Clock.fixed(report.at(), ZoneOffset.UTC);
        return CloudWatchReporter.through(testTime, () -> this).report(report);
    }

    @Override
    public PutMetricDataResponse putMetricData(PutMetricDataRequest request) {
        request.metricData().forEach(datum -> recorded.add(metric(request.namespace(), datum)));
        return server.map(client -> client.putMetricData(request)).orElseGet(MetricsRecorder::success);
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

    private static PutMetricDataResponse success() {
        SdkHttpResponse http = SdkHttpResponse.builder()
                .statusCode(200)
                .putHeader("x-amzn-RequestId", "recorded")
                .build();
        PutMetricDataResponse.Builder response = PutMetricDataResponse.builder();
        response.sdkHttpResponse(http);
        return response.build();
    }

    /** Returns a configuration with a region, which the reporter needs for error messages. */
    @Override
    public CloudWatchServiceClientConfiguration serviceClientConfiguration() {
        return server.map(CloudWatchClient::serviceClientConfiguration)
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
        // Nothing to close, because the server closes its client.
    }
}
