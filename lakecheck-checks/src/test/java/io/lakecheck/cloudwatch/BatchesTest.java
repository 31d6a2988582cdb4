// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

class BatchesTest {

    @Test
    void makes_as_few_requests_as_a_thousand_data_each_allow() {
        assertThat(sizes(data(0, 10))).isEmpty();
        assertThat(sizes(data(1000, 10))).containsExactly(1000);
        assertThat(sizes(data(2001, 10))).containsExactly(1000, 1000, 1);
    }

    @Test
    void makes_more_where_a_megabyte_is_full_before() {
        assertThat(sizes(data(1000, 1024))).containsExactly(872, 128);
    }

    @Test
    void loses_nothing_and_keeps_the_order() {
        List<MetricDatum> data = data(3100, 500);

        assertThat(Batches.of(data).stream().flatMap(List::stream)).containsExactlyElementsOf(data);
    }

    private static List<Integer> sizes(List<MetricDatum> data) {
        return Batches.of(data).stream().map(List::size).toList();
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
