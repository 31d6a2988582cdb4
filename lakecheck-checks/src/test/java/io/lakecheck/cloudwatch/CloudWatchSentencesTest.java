// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import com.sun.net.httpserver.HttpExchange;
import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Sentences;
import io.lakecheck.Suite;
import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/** Pins the package's messages: notices, alarms, differences between alarms, and errors. */
class CloudWatchSentencesTest {

    @Test
    void sentences_are_as_pinned() {
        Check[] checks = {Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA};
        new Sentences()
                .add("published", notices(Duration.ZERO, Kpi.daily(checks)))
                .add("run in the past", notices(Duration.ofDays(15), Kpi.daily(checks)))
                .add("run in the future", notices(Duration.ofDays(-1), Kpi.daily(checks)))
                .add(
                        "same dimensions",
                        notices(
                                Duration.ZERO,
                                Kpi.daily(Kpi.SIZE),
                                Kpi.dataset("b", "s3://refined/kpi/{date}/", checks)))
                .add(
                        "names found in the lake",
                        DimensionOwners.of(
                                        Kpi.suite(Kpi.METRICS, Kpi.open("s3://refined/TENANT/{date}/", checks)),
                                        Kpi.METRICS)
                                .warnings()
                                .get(0))
                .add("permission to publish is missing", denied())
                .add("logged", logged(Map.of()))
                .add("a dimension that can't be logged", logged(Map.of("TotalFileSize", "x")))
                .add("alarm descriptions", descriptions(checks))
                .add("diff", String.join("\n", diff().lines()))
                .add("conflict", String.join("\n", diff().warnings()))
                .add("no namespace", noNamespace())
                .add("permission to list alarms is missing", failure(1, exchange -> reject(exchange, "AccessDenied")))
                .add("an alarm is rejected", failure(2, exchange -> reject(exchange, "LimitExceeded")))
                .add("a later alarm is rejected", failure(4, exchange -> reject(exchange, "LimitExceeded")))
                .add(
                        "a server without CloudWatch",
                        failure(1, exchange -> StubCloudWatch.answer(exchange, 404, new byte[0])))
                .add("an empty response", failure(1, exchange -> StubCloudWatch.answer(exchange, 200, new byte[0])))
                .check("cloudwatch");
    }

    private interface Response {
        void to(HttpExchange exchange) throws IOException;
    }

    private static void reject(HttpExchange exchange, String code) throws IOException {
        StubCloudWatch.reject(
                exchange,
                code.equals("AccessDenied") ? 403 : 400,
                code,
                code.equals("AccessDenied") ? "not authorized" : "too many alarms");
    }

    private static String notices(Duration age, Dataset... datasets) {
        try (StubCloudWatch cloudWatch = StubCloudWatch.accepting()) {
            return notices(cloudWatch, age, datasets);
        }
    }

    private static String denied() {
        try (StubCloudWatch cloudWatch = StubCloudWatch.rejecting(403, "AccessDenied", "not authorized")) {
            return notices(cloudWatch, Duration.ZERO, Kpi.daily(Kpi.SIZE));
        }
    }

    private static String logged(Map<String, String> dimensions) {
        Metrics metrics = new Metrics("ATUK/Lambda", dimensions, true, false, true, Connection.DEFAULT, Alarms.DEFAULT);
        return CloudWatchReporter.at(Kpi.CLOCK)
                .loggingTo(line -> {})
                .report(Kpi.run(Kpi.lake(187_200), Kpi.suite(metrics, Kpi.daily(Kpi.SIZE))))
                .get(0)
                .text();
    }

    private static String notices(StubCloudWatch cloudWatch, Duration age, Dataset... datasets) {
        return CloudWatchReporter.at(Clock.offset(Kpi.CLOCK, age))
                .report(Kpi.run(Kpi.lake(187_200), Kpi.suite(metrics(cloudWatch), datasets)))
                .stream()
                .map(notice -> notice.level() + " " + notice.text())
                .collect(Collectors.joining("\n"));
    }

    private static Metrics metrics(StubCloudWatch cloudWatch) {
        return new Metrics("ATUK/Lambda", Map.of(), true, false, cloudWatch.connection(), Alarms.DEFAULT);
    }

    private static List<PutMetricAlarmRequest> alarms(Check... checks) {
        return AlarmPlan.of(Kpi.suite(Kpi.METRICS, Kpi.daily(checks)), Kpi.METRICS, AlarmRule.RUN_PERIOD);
    }

    private static String descriptions(Check... checks) {
        return alarms(checks).stream()
                .map(PutMetricAlarmRequest::alarmDescription)
                .collect(Collectors.joining("\n"));
    }

    private static AlarmDiff diff() {
        List<PutMetricAlarmRequest> wanted = alarms(Kpi.SIZE);
        PutMetricAlarmRequest below = wanted.get(1);
        return AlarmDiff.of(
                AlarmOwnership.of(Kpi.METRICS),
                wanted,
                List.of(
                        MetricAlarm.builder()
                                .alarmName(below.alarmName())
                                .alarmDescription(below.alarmDescription())
                                .namespace(below.namespace())
                                .metricName(below.metricName())
                                .dimensions(below.dimensions())
                                .statistic(below.statistic())
                                .unit(StandardUnit.BYTES)
                                .comparisonOperator(below.comparisonOperator())
                                .threshold(100.0)
                                .period(below.period())
                                .evaluationPeriods(below.evaluationPeriods())
                                .datapointsToAlarm(below.datapointsToAlarm())
                                .treatMissingData(below.treatMissingData())
                                .build(),
                        MetricAlarm.builder()
                                .alarmName("lakecheck-leads-absent")
                                .alarmDescription(below.alarmDescription())
                                .build()),
                List.of(CompositeAlarm.builder()
                        .alarmName("lakecheck-kpi-daily-absent")
                        .build()),
                List.of());
    }

    private static String noNamespace() {
        return Sentences.message(() -> CloudWatchAlarms.of(Suite.of(Kpi.daily(Kpi.SIZE))));
    }

    private static String failure(int failing, Response response) {
        try (StubCloudWatch cloudWatch = new StubCloudWatch((exchange, body, count) -> {
            if (count < failing) {
                StubCloudWatch.accept(exchange);
            } else {
                response.to(exchange);
            }
        })) {
            return Sentences.message(() -> {
                        try (CloudWatchAlarms alarms =
                                CloudWatchAlarms.of(Kpi.suite(metrics(cloudWatch), Kpi.daily(Kpi.SIZE)))) {
                            alarms.apply(alarms.compare(), false);
                        }
                    })
                    .replaceAll("localhost:\\d+", "localhost:PORT");
        }
    }
}
