// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket with data, and the monitoring that Terraform deploys for it. */
final class DeployedLake implements AutoCloseable {

    private final LambdaServer server;
    private final String bucket;
    private final S3Client s3;
    private final CloudWatchClient cloudWatch;

    DeployedLake(LambdaServer server, String bucket) {
        this.server = server;
        this.bucket = bucket;
        this.s3 = server.client(S3Client.builder().forcePathStyle(true));
        this.cloudWatch = server.client(CloudWatchClient.builder());
        server.createBucket(s3, bucket);
    }

    /** Returns Terraform for an example, with the files that Maven's goals create from a suite. */
    Terraform terraform(Path folder, String suite, String example) throws IOException {
        Files.writeString(folder.resolve("lakecheck.yml"), suite);
        Maven maven = new Maven(folder, Map.of());
        maven.run("package-lambda");
        maven.run("deployment");
        return Terraform.inCopyOf(
                folder.resolve("module"),
                example,
                Map.of(
                        "AWS_ENDPOINT_URL",
                        server.endpoint().toString(),
                        "AWS_REGION",
                        LambdaServer.REGION.id(),
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test",
                        "TF_VAR_target",
                        folder.resolve("target").toString(),
                        "TF_VAR_bucket",
                        bucket));
    }

    /** Runs the goal {@code verify} in the folder with the suite, and returns its JSON report. */
    String verify(Path folder, String asOf) throws IOException {
        new Maven(folder, Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"))
                .run(
                        "verify",
                        "lakecheck.asOf=" + asOf,
                        "lakecheck.failOn=never",
                        "lakecheck.metrics=false",
                        "lakecheck.region=" + LambdaServer.REGION,
                        "lakecheck.endpoint=" + server.endpoint());
        return Files.readString(folder.resolve("target/lakecheck/lakecheck.json"));
    }

    /**
     * Returns a JSON report without the times and notices, which depend on how long a run took and where it published.
     */
    static String verdicts(String report) {
        return report.replaceAll("\"(tookMillis|takenAt)\": [^\n]*\n", "").replaceAll("(?s)\"notices\": \\[.*?]", "");
    }

    void put(String key, int bytes) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(new byte[bytes]));
    }

    String text(String some, String key) {
        return s3.getObjectAsBytes(get -> get.bucket(some).key(key)).asString(StandardCharsets.UTF_8);
    }

    void write(String some, String key, String text) {
        s3.putObject(put -> put.bucket(some).key(key), RequestBody.fromString(text));
    }

    List<String> keys(String some) {
        return s3.listObjectsV2Paginator(list -> list.bucket(some)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** Returns the names of the metrics of the dataset in a folder. */
    List<String> metrics(String namespace, String dataset) {
        return cloudWatch.listMetrics(list -> list.namespace(namespace)).metrics().stream()
                .filter(metric -> metric.dimensions().stream()
                        .anyMatch(each ->
                                each.name().equals("Key") && each.value().equals(dataset)))
                .map(Metric::metricName)
                .toList();
    }

    List<MetricAlarm> alarms() {
        return cloudWatch.describeAlarms().metricAlarms();
    }

    List<DashboardEntry> dashboards() {
        return cloudWatch.listDashboards(list -> {}).dashboardEntries();
    }

    /**
     * Waits until an alarm has a state. LocalStack evaluates an alarm when it is written, without the current second's
     * data, and then only once in all its periods. Therefore, this method writes the alarm again as it is.
     */
    void awaitState(String name, StateValue state) {
        await(Duration.ofSeconds(30), () -> {
            MetricAlarm alarm = alarm(name);
            if (alarm.stateValue() != state) {
                rewrite(alarm);
            }
            return alarm.stateValue() == state;
        });
    }

    private void rewrite(MetricAlarm alarm) {
        cloudWatch.putMetricAlarm(put -> put.alarmName(alarm.alarmName())
                .alarmDescription(alarm.alarmDescription())
                .namespace(alarm.namespace())
                .metricName(alarm.metricName())
                .dimensions(alarm.dimensions())
                .statistic(alarm.statistic())
                .comparisonOperator(alarm.comparisonOperator())
                .threshold(alarm.threshold())
                .period(alarm.period())
                .evaluationPeriods(alarm.evaluationPeriods())
                .datapointsToAlarm(alarm.datapointsToAlarm())
                .treatMissingData(alarm.treatMissingData())
                .alarmActions(alarm.alarmActions())
                .okActions(alarm.okActions()));
    }

    MetricAlarm alarm(String name) {
        return cloudWatch
                .describeAlarms(describe -> describe.alarmNames(name))
                .metricAlarms()
                .get(0);
    }

    void await(Duration limit, BooleanSupplier condition) {
        assertThat(LambdaServer.holdsWithin(limit, condition)).isTrue();
    }

    @Override
    public void close() {
        s3.close();
        cloudWatch.close();
    }
}
