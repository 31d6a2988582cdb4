// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Notice;
import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

class EmbeddedMetricsTest {

    private static final Connection NOWHERE = new Connection(
            Optional.of("http://127.0.0.1:1"), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());

    private final List<String> log = new ArrayList<>();

    private List<Notice> report(Metrics metrics) {
        return CloudWatchReporter.at(Kpi.CLOCK)
                .loggingTo(log::add)
                .report(Kpi.run(Kpi.lake(187_200), Kpi.suite(metrics, Kpi.daily(Kpi.RECENCY, Kpi.SIZE))));
    }

    private static Metrics metrics(boolean emf, Map<String, String> dimensions) {
        return new Metrics("ATUK/Lambda", dimensions, true, false, emf, NOWHERE, Alarms.DEFAULT);
    }

    @Test
    void a_line_has_the_metrics_of_one_function() {
        assertThat(report(metrics(true, Map.of())))
                .containsExactly(new Notice(Notice.Level.INFO, "8 metrics logged for ATUK/Lambda"));
        assertThat(log)
                .hasSize(2)
                .contains(
                        "{\"_aws\":{\"Timestamp\":1767423600000,\"CloudWatchMetrics\":[{\"Namespace\":\"ATUK/Lambda\","
                                + "\"Dimensions\":[[\"BucketName\",\"Key\",\"FunctionName\"]],\"Metrics\":["
                                + "{\"Name\":\"TotalFileSize\",\"Unit\":\"Bytes\"},{\"Name\":\"ObjectCount\",\"Unit\":\"Count\"},"
                                + "{\"Name\":\"CheckFailed\",\"Unit\":\"Count\"},{\"Name\":\"CheckUnknown\",\"Unit\":\"Count\"}]}]},"
                                + "\"BucketName\":\"refined\",\"Key\":\"kpi/\",\"FunctionName\":\"file_size_check\","
                                + "\"TotalFileSize\":187200.0,\"ObjectCount\":1.0,\"CheckFailed\":1.0,\"CheckUnknown\":0.0}");
    }

    @Test
    void a_suite_without_emf_sends_its_metrics() {
        assertThat(report(metrics(false, Map.of())))
                .singleElement()
                .extracting(Notice::level)
                .isEqualTo(Notice.Level.WARN);
        assertThat(log).isEmpty();
    }

    @Test
    void a_dimension_with_the_name_of_a_metric_is_reported() {
        for (String name : new String[] {"_aws", "TotalFileSize"}) {
            assertThat(report(metrics(true, Map.of(name, "x"))))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.level()).isEqualTo(Notice.Level.WARN))
                    .satisfies(notice -> assertThat(notice.text()).contains(name));
        }
        assertThat(log).isEmpty();
    }

    @Test
    void an_object_has_at_most_100_metrics_with_different_names() {
        List<MetricDatum> data =
                IntStream.range(0, 250).mapToObj(i -> datum("m" + i)).toList();

        assertThat(EmbeddedMetrics.of("Lake", data).lines()).hasSize(3);
        assertThat(EmbeddedMetrics.of("Lake", List.of(datum("m"), datum("m"), datum("n")))
                        .lines())
                .hasSize(2);
    }

    private static MetricDatum datum(String name) {
        return MetricDatum.builder()
                .metricName(name)
                .unit(StandardUnit.COUNT)
                .dimensions(Dimension.builder().name("Key").value("kpi/").build())
                .timestamp(Instant.EPOCH)
                .value(1.0)
                .build();
    }
}
