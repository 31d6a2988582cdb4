// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.s3.LocalStackServer;
import io.lakecheck.s3.NeedsLocalStack;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Runs <code>mvn lakecheck:verify</code> and <code>mvn lakecheck:alarms</code> against LocalStack. */
@NeedsLocalStack
class MetricsAndAlarmsTest {

    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES);
    private final LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
    private final String id = UUID.randomUUID().toString();
    private final String namespace = "ATUK/Lambda/" + id;
    private final String prefix = "lake-" + id;
    private final LocalStackServer server;
    private final String bucket;
    private final CloudWatchClient cloudWatch;

    @TempDir
    private Path folder;

    MetricsAndAlarmsTest(LocalStackServer server) {
        this.server = server;
        this.bucket = server.bucket(MetricsAndAlarmsTest.class);
        this.cloudWatch = CloudWatchClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.of(LocalStackServer.REGION))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterEach
    void clear() {
        cloudWatch.deleteAlarms(delete -> delete.alarmNames(
                existing().stream().map(MetricAlarm::alarmName).toList()));
        cloudWatch.close();
    }

    @Test
    void a_failing_build_publishes_its_metrics() {
        Instant arrival = fill("kpi", 370_000);
        fill("small", 187_200);

        Maven.Build build = Maven.project(folder, suite()).run("lakecheck:verify", "lakecheck.asOf=" + now);

        long lateness = Duration.between(day.plusDays(1).atStartOfDay(ZoneOffset.UTC), arrival.atZone(ZoneOffset.UTC))
                .toSeconds();
        assertThat(build.passed()).isFalse();
        assertThat(build.log())
                .anyMatch(line -> line.startsWith("[INFO] kpi-daily dt=" + day + " size PASSED: 370 kB"))
                .anyMatch(line -> line.startsWith("[ERROR] small dt=" + day + " size FAILED: 187.2 kB"))
                .contains("[INFO] 21 metrics published to " + namespace);
        assertThat(published())
                .containsExactlyInAnyOrder(
                        "kpi/ file_size_check TotalFileSize 370000.0 Bytes",
                        "kpi/ file_size_check ObjectCount 1.0 Count",
                        "kpi/ file_recency_check PartitionPresent 1.0 Count",
                        "kpi/ file_recency_check Lateness " + (double) lateness + " Seconds",
                        "kpi/ file_delta_check TotalFileSizeDelta 9000.0 Bytes",
                        "kpi/ file_delta_check TotalFileSizeDeltaPercent 2.493074792244 Percent",
                        "kpi/ file_recency_check CheckFailed 0.0 Count",
                        "kpi/ file_recency_check CheckUnknown 0.0 Count",
                        "kpi/ file_size_check CheckFailed 0.0 Count",
                        "kpi/ file_size_check CheckUnknown 0.0 Count",
                        "kpi/ file_delta_check CheckFailed 0.0 Count",
                        "kpi/ file_delta_check CheckUnknown 0.0 Count",
                        "small/ file_size_check TotalFileSize 187200.0 Bytes",
                        "small/ file_size_check ObjectCount 1.0 Count",
                        "small/ file_recency_check PartitionPresent 1.0 Count",
                        "small/ file_size_check CheckFailed 1.0 Count",
                        "small/ file_size_check CheckUnknown 0.0 Count",
                        "leads/ file_size_check ObjectCount 0.0 Count",
                        "leads/ file_recency_check PartitionPresent 0.0 Count",
                        "leads/ file_size_check CheckFailed 1.0 Count",
                        "leads/ file_size_check CheckUnknown 0.0 Count");
    }

    @Test
    void a_build_shows_missing_alarms_and_creates_them_once() {
        Maven maven = Maven.project(folder, suite());
        cloudWatch.putMetricAlarm(put -> put.alarmName(prefix + "-of-another-owner")
                .namespace(namespace)
                .metricName("TotalFileSize")
                .statistic(Statistic.AVERAGE)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                .threshold(1.0)
                .period(3600)
                .evaluationPeriods(1));

        Maven.Build shown = maven.run("lakecheck:alarms");
        assertThat(shown.passed()).isTrue();
        assertThat(shown.log())
                .contains(
                        "[INFO] + " + prefix + "-kpi-daily-size-below: Minimum of TotalFileSize < 195000 for 1 of 1"
                                + " datapoints (period: 900 s), missing data: ignore",
                        "[INFO] 21 to create, 0 to update, 0 to delete, 0 up to date",
                        "[INFO] no changes made. Set lakecheck.apply=true to make them.");
        assertThat(existing()).hasSize(1);

        assertThat(maven.run("lakecheck:alarms", "lakecheck.apply=true").log()).contains("[INFO] all changes applied");
        List<MetricAlarm> created = existing();
        assertThat(created).hasSize(22);

        assertThat(maven.run("lakecheck:alarms", "lakecheck.apply=true", "lakecheck.prune=true")
                        .log())
                .contains("[INFO] 0 to create, 0 to update, 0 to delete, 21 up to date")
                .noneMatch(line -> line.contains("all changes applied"));
        assertThat(existing())
                .extracting(MetricAlarm::alarmConfigurationUpdatedTimestamp)
                .isEqualTo(created.stream()
                        .map(MetricAlarm::alarmConfigurationUpdatedTimestamp)
                        .toList());
    }

    private String suite() {
        return """
                s3: { endpoint: "%1$s", region: eu-west-1 }
                cloudwatch:
                  namespace: %2$s
                  endpoint: "%1$s"
                  alarms: { prefix: %3$s }
                datasets:
                  kpi-daily:
                    location: s3://%4$s/%5$s/kpi/dt={date}/
                    dimensions: { Key: kpi/ }
                    checks:
                      - recency: { marker: _SUCCESS }
                      - size: { min: 195 kB }
                      - delta: { against: previous, drop: 30%%, rise: 100%% }
                  small:
                    location: s3://%4$s/%5$s/small/dt={date}/
                    dimensions: { Key: small/ }
                    checks: [ size: { min: 195 kB } ]
                  leads:
                    location: s3://%4$s/%5$s/leads/dt={date}/
                    dimensions: { Key: leads/ }
                    checks: [ size: { min: 1 kB } ]
                """.formatted(server.endpoint(), namespace, prefix, bucket, id);
    }

    /**
     * Writes 361 kB for the previous day and the given number of bytes for the checked day, and returns the time at
     * which the checked day's marker was written.
     */
    private Instant fill(String dataset, int bytes) {
        put(dataset, day.minusDays(1), "part-0.parquet", 361_000);
        put(dataset, day.minusDays(1), "_SUCCESS", 0);
        put(dataset, day, "part-0.parquet", bytes);
        String marker = put(dataset, day, "_SUCCESS", 0);
        return server.s3().headObject(head -> head.bucket(bucket).key(marker)).lastModified();
    }

    private String put(String dataset, LocalDate date, String name, int bytes) {
        String key = id + "/" + dataset + "/dt=" + date + "/" + name;
        server.s3().putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(new byte[bytes]));
        return key;
    }

    private List<MetricAlarm> existing() {
        return cloudWatch.describeAlarms(request -> request.alarmNamePrefix(prefix)).metricAlarms().stream()
                .sorted(Comparator.comparing(MetricAlarm::alarmName))
                .toList();
    }

    /**
     * Returns the metrics that were published with the time of the check, as lines such as {@code kpi/ file_size_check
     * TotalFileSize 370000.0 Bytes}.
     */
    private List<String> published() {
        return cloudWatch.listMetricsPaginator(request -> request.namespace(namespace)).metrics().stream()
                .map(this::line)
                .toList();
    }

    private String line(Metric metric) {
        List<Datapoint> found = cloudWatch
                .getMetricStatistics(request -> request.namespace(namespace)
                        .metricName(metric.metricName())
                        .dimensions(metric.dimensions())
                        .startTime(now.minus(Duration.ofHours(1)))
                        .endTime(now.plus(Duration.ofHours(1)))
                        .period(60)
                        .statistics(Statistic.MAXIMUM))
                .datapoints();
        assertThat(found).extracting(Datapoint::timestamp).containsExactly(now);
        assertThat(metric.dimensions())
                .extracting(Dimension::name)
                .containsExactlyInAnyOrder("BucketName", "Key", "FunctionName");
        assertThat(value(metric, "BucketName")).isEqualTo(bucket);
        return value(metric, "Key") + " " + value(metric, "FunctionName") + " " + metric.metricName() + " "
                + found.get(0).maximum() + " " + found.get(0).unitAsString();
    }

    private static String value(Metric metric, String dimension) {
        return metric.dimensions().stream()
                .filter(each -> each.name().equals(dimension))
                .map(Dimension::value)
                .collect(Collectors.joining());
    }
}
