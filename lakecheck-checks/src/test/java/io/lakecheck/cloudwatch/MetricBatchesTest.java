// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

class MetricBatchesTest {

    @Test
    void fills_requests_with_a_thousand_data() {
        assertThat(sizes(data(0, 10))).isEmpty();
        assertThat(sizes(data(1000, 10))).containsExactly(1000);
        assertThat(sizes(data(2001, 10))).containsExactly(1000, 1000, 1);
    }

    @Test
    void starts_a_new_request_at_a_megabyte() {
        assertThat(sizes(data(1000, 1024))).containsExactly(872, 128);
    }

    @Test
    void keeps_all_data_in_order() {
        List<MetricDatum> data = data(3100, 500);

        assertThat(MetricBatches.of(data).stream().flatMap(List::stream)).containsExactlyElementsOf(data);
    }

    private static List<Integer> sizes(List<MetricDatum> data) {
        return MetricBatches.of(data).stream().map(List::size).toList();
    }

    private static List<MetricDatum> data(int count, int valueLength) {
        return IntStream.range(0, count)
                .mapToObj(i -> MetricDatum.builder()
                        .metricName("TotalFileSize")
                        .unit(StandardUnit.BYTES)
                        .value((double) i)
                        .timestamp(Kpi.NOW)
                        .dimensions(Dimension.builder()
                                .name("Key")
                                .value("k".repeat(valueLength))
                                .build())
                        .build())
                .toList();
    }
}
