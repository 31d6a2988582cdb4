// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Checks the tables and samples in {@code docs/metrics.md}. */
class MetricsPageTest {

    @ParameterizedTest
    @EnumSource
    void lists_each_metric_with_its_unit(Metric metric) throws IOException {
        assertThat(page().lines())
                .as(metric + " in " + metric.unit())
                .anyMatch(line -> line.startsWith("| `")
                        && line.contains("`" + metric + "`")
                        && line.contains(metric.unit().toString()));
    }

    @Test
    void lists_each_alarm_with_its_treatment_of_missing_data() throws IOException {
        List<PutMetricAlarmRequest> alarms = AlarmPlan.of(
                Kpi.suite(Kpi.METRICS, Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA)), Kpi.METRICS, AlarmRule.RUN_PERIOD);
        String page = page();

        assertThat(alarms).hasSize(12).allSatisfy(alarm -> {
            String end = alarm.alarmName()
                    .replace("lakecheck-kpi-daily-", "")
                    .replaceFirst("^(recency|size|delta)-(failed|unknown)$", "<check>-$2");
            assertThat(page.lines())
                    .as(end)
                    .anyMatch(line -> line.startsWith("| `")
                            && line.contains("`" + end + "`")
                            && line.endsWith("| " + alarm.treatMissingData() + " |"));
        });
    }

    @Test
    void lists_the_queries_of_a_fleet() throws IOException {
        Metrics fleet = new Metrics(
                "Lake/Checks",
                Map.of(),
                true,
                false,
                Connection.DEFAULT,
                new Alarms("lake", Alarms.Mode.FLEET, List.of(), List.of()));
        String page = page();

        assertThat(AlarmPlan.of(Kpi.suite(fleet, Kpi.daily(Kpi.SIZE)), fleet, AlarmRule.RUN_PERIOD))
                .hasSize(3)
                .allSatisfy(alarm -> assertThat(page)
                        .contains("| `" + alarm.alarmName().replace("lake-fleet-", "") + "` | `"
                                + alarm.metrics().get(0).expression() + "`"));
    }

    @Test
    void shows_a_difference_as_printed() throws IOException {
        PutMetricAlarmRequest below = AlarmPlan.of(
                        Kpi.suite(Kpi.METRICS, Kpi.daily(Kpi.SIZE)), Kpi.METRICS, AlarmRule.RUN_PERIOD)
                .get(1);

        assertThat(page().lines()).contains(new AlarmChange.Create(below).text());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/metrics.md"));
    }
}
