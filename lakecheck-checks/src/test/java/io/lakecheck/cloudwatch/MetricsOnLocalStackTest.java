// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Hazard;
import io.lakecheck.Notice;
import io.lakecheck.Survives;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.s3.LocalStackServer;
import io.lakecheck.s3.NeedsLocalStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Tests publishing metrics to a real server. */
@NeedsLocalStack
class MetricsOnLocalStackTest {

    /** The maximum number of queries in a request to CloudWatch. */
    private static final int MOST_QUERIES = 500;

    /** A number of datasets whose metrics do not fit in one request. */
    private static final int MANY = MOST_QUERIES + 1;

    private final LocalStackServer server;
    private final LocalStackRun run;
    private final CloudWatchClient cloudWatch;

    MetricsOnLocalStackTest(LocalStackServer server) {
        this.server = server;
        this.run = LocalStackRun.at(server.connection());
        this.cloudWatch = CloudWatchAccess.open(server.connection(), LocalStackRun.TIMEOUTS);
    }

    @AfterEach
    void close() {
        cloudWatch.close();
    }

    @Test
    void finds_each_value_with_unit_dimensions_and_time() {
        assertThat(run.publish(
                        run.put(new MemoryLake(), "s3://refined/kpi/", 187_200),
                        Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA)))
                .containsExactly(new Notice(Notice.Level.INFO, "12 metrics published to " + run.namespace()));

        assertThat(metrics().stream().map(this::line))
                .containsExactlyInAnyOrder(
                        "TotalFileSize {BucketName=refined, FunctionName=file_size_check, Key=kpi/} 187200.0 Bytes",
                        "ObjectCount {BucketName=refined, FunctionName=file_size_check, Key=kpi/} 1.0 Count",
                        "PartitionPresent {BucketName=refined, FunctionName=file_recency_check, Key=kpi/} 1.0 Count",
                        "Lateness {BucketName=refined, FunctionName=file_recency_check, Key=kpi/} -10799.0 Seconds",
                        "TotalFileSizeDelta {BucketName=refined, FunctionName=file_delta_check, Key=kpi/} -173800.0"
                                + " Bytes",
                        "TotalFileSizeDeltaPercent {BucketName=refined, FunctionName=file_delta_check, Key=kpi/}"
                                + " -48.14404432133 Percent",
                        "CheckFailed {BucketName=refined, FunctionName=file_recency_check, Key=kpi/} 0.0 Count",
                        "CheckUnknown {BucketName=refined, FunctionName=file_recency_check, Key=kpi/} 0.0 Count",
                        "CheckFailed {BucketName=refined, FunctionName=file_size_check, Key=kpi/} 1.0 Count",
                        "CheckUnknown {BucketName=refined, FunctionName=file_size_check, Key=kpi/} 0.0 Count",
                        "CheckFailed {BucketName=refined, FunctionName=file_delta_check, Key=kpi/} 1.0 Count",
                        "CheckUnknown {BucketName=refined, FunctionName=file_delta_check, Key=kpi/} 0.0 Count");
    }

    @Test
    void finds_no_size_of_an_absent_partition() {
        run.publish(new MemoryLake(), Kpi.daily(Kpi.SIZE));

        assertThat(metrics().stream().map(this::line))
                .containsExactlyInAnyOrder(
                        "ObjectCount {BucketName=refined, FunctionName=file_size_check, Key=kpi/} 0.0 Count",
                        "PartitionPresent {BucketName=refined, FunctionName=file_recency_check, Key=kpi/} 0.0 Count",
                        "CheckFailed {BucketName=refined, FunctionName=file_size_check, Key=kpi/} 1.0 Count",
                        "CheckUnknown {BucketName=refined, FunctionName=file_size_check, Key=kpi/} 0.0 Count");
    }

    @Test
    void finds_all_of_more_datasets_than_one_request_returns() {
        MemoryLake lake = new MemoryLake();
        Dataset[] datasets = IntStream.range(0, MANY)
                .mapToObj(i -> {
                    run.put(lake, "s3://refined/d" + i + "/", 200_000L + i);
                    return Kpi.dataset("d" + i, "s3://refined/d" + i + "/dt={date}/", Kpi.SIZE);
                })
                .toArray(Dataset[]::new);

        try (StubCloudWatch between = StubCloudWatch.before(server.endpoint())) {
            LocalStackRun through = new LocalStackRun(
                    between.connection().or(server.connection()), run.namespace(), run.alarms(), run.now());

            assertThat(through.publish(lake, datasets))
                    .containsExactly(
                            new Notice(Notice.Level.INFO, 5 * MANY + " metrics published to " + run.namespace()));
            assertThat(between.requests()).hasSize(3).allSatisfy(request -> assertThat(request.gzipped())
                    .isTrue());
        }

        assertThat(metrics()).hasSize(5 * MANY);
        assertThat(sizes(MANY))
                .isEqualTo(IntStream.range(0, MANY)
                        .boxed()
                        .collect(Collectors.toMap(i -> "d" + i, i -> List.of(200_000.0 + i))));
    }

    @Test
    @Survives(Hazard.STRANGE_KEYS)
    void finds_an_unusual_folder_under_a_stable_dimension() {
        String folder = "s3://refined/größe \u202e/<b>\u001b[31m%2F+😀/";
        MemoryLake lake = run.put(new MemoryLake(), folder, 200_000);
        Dataset dataset = Kpi.dataset("strange", folder + "dt={date}/", Kpi.SIZE);

        run.publish(lake, dataset);
        assertThat(run.publish(lake, dataset)).extracting(Notice::level).containsExactly(Notice.Level.INFO);

        assertThat(metrics())
                .filteredOn(metric -> metric.metricName().equals("TotalFileSize"))
                .singleElement()
                .satisfies(metric -> assertThat(line(metric))
                        .isEqualTo("TotalFileSize {BucketName=refined, FunctionName=file_size_check,"
                                + " Key=gr%C3%B6%C3%9Fe %E2%80%AE/<b>%1B[31m%252F+%F0%9F%98%80/}"
                                + " 200000.0 Bytes"));
    }

    @Test
    @Survives(Hazard.STRANGE_KEYS)
    void distinguishes_folders_that_differ_beyond_the_limit() {
        MemoryLake lake = new MemoryLake();
        String deep = "s3://refined/" + "deep/".repeat(190);
        String one = deep + "é".repeat(30) + "1/";
        String other = deep + "é".repeat(30) + "2/";
        run.put(lake, one, 200_001);
        run.put(lake, other, 200_002);

        run.publish(
                lake,
                Kpi.dataset("one", one + "dt={date}/", Kpi.SIZE),
                Kpi.dataset("other", other + "dt={date}/", Kpi.SIZE));

        assertThat(metrics())
                .filteredOn(metric -> metric.metricName().equals("TotalFileSize"))
                .hasSize(2)
                .allSatisfy(metric -> assertThat(metric.dimensions())
                        .extracting(Dimension::value)
                        .allMatch(value -> value.matches("[ -~]{1,1024}")));
    }

    /** Returns the published sizes by folder. */
    private Map<String, List<Double>> sizes(int datasets) {
        List<MetricDataQuery> queries = IntStream.range(0, datasets)
                .mapToObj(i -> MetricDataQuery.builder()
                        .id("d" + i)
                        .metricStat(stat -> stat.stat("Maximum")
                                .period(60)
                                .metric(Metric.builder()
                                        .namespace(run.namespace())
                                        .metricName("TotalFileSize")
                                        .dimensions(
                                                dimension("BucketName", "refined"),
                                                dimension("Key", "d" + i + "/"),
                                                dimension("FunctionName", "file_size_check"))
                                        .build()))
                        .build())
                .toList();
        List<MetricDataResult> results = new ArrayList<>();
        for (int i = 0; i < queries.size(); i += MOST_QUERIES) {
            List<MetricDataQuery> some = queries.subList(i, Math.min(queries.size(), i + MOST_QUERIES));
            cloudWatch
                    .getMetricDataPaginator(request -> request.metricDataQueries(some)
                            .startTime(run.now())
                            .endTime(run.now().plusSeconds(60)))
                    .metricDataResults()
                    .forEach(results::add);
        }
        return results.stream().collect(Collectors.toMap(MetricDataResult::id, MetricDataResult::values));
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    private List<Metric> metrics() {
        return cloudWatch.listMetricsPaginator(request -> request.namespace(run.namespace())).metrics().stream()
                .toList();
    }

    /** Returns a metric as one line: its name, its dimensions, its only value and the unit. */
    private String line(Metric metric) {
        List<Datapoint> found = cloudWatch
                .getMetricStatistics(request -> request.namespace(metric.namespace())
                        .metricName(metric.metricName())
                        .dimensions(metric.dimensions())
                        .startTime(run.now())
                        .endTime(run.now().plusSeconds(60))
                        .period(60)
                        .statistics(Statistic.MINIMUM, Statistic.MAXIMUM))
                .datapoints();
        assertThat(found).as(metric.metricName()).hasSize(1);
        Datapoint one = found.get(0);
        assertThat(one.minimum()).isEqualTo(one.maximum());
        assertThat(one.timestamp()).isEqualTo(run.now());
        return metric.metricName() + " "
                + metric.dimensions().stream()
                        .sorted(Comparator.comparing(Dimension::name))
                        .map(each -> each.name() + "=" + each.value())
                        .collect(Collectors.joining(", ", "{", "}"))
                + " " + one.maximum() + " " + one.unitAsString();
    }
}
