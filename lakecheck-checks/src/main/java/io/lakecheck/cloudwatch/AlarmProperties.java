// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/**
 * What is to be said of an alarm, the same whether it is wanted or found, so that the two can be compared. Lists that
 * have no order are sorted.
 */
final class AlarmProperties {

    /** As much of a fact as is shown whole. */
    private static final int LONG = 300;

    /** So much is shown on both sides of what differs in a longer one. */
    private static final int AROUND = 40;

    private AlarmProperties() {}

    static Map<String, String> of(PutMetricAlarmRequest wanted) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("description", story(wanted.alarmDescription()));
        facts.put("metric", wanted.namespace() + " " + wanted.metricName() + dimensions(wanted.dimensions()));
        facts.put("statistic", text(wanted.statisticAsString()));
        facts.put("unit", text(wanted.unitAsString()));
        facts.put("comparison", text(wanted.comparisonOperatorAsString()));
        facts.put("threshold", number(wanted.threshold()));
        facts.put("period", text(wanted.period()));
        facts.put("evaluationPeriods", text(wanted.evaluationPeriods()));
        facts.put("datapointsToAlarm", text(wanted.datapointsToAlarm()));
        facts.put("treatMissingData", text(wanted.treatMissingData()));
        facts.put("alarmActions", sorted(wanted.alarmActions()));
        facts.put("okActions", sorted(wanted.okActions()));
        return facts;
    }

    static Map<String, String> of(MetricAlarm found) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("description", story(found.alarmDescription()));
        facts.put("metric", found.namespace() + " " + found.metricName() + dimensions(found.dimensions()));
        facts.put("statistic", text(found.statisticAsString()));
        facts.put("unit", text(found.unitAsString()));
        facts.put("comparison", text(found.comparisonOperatorAsString()));
        facts.put("threshold", number(found.threshold()));
        facts.put("period", text(found.period()));
        facts.put("evaluationPeriods", text(found.evaluationPeriods()));
        facts.put("datapointsToAlarm", text(found.datapointsToAlarm()));
        facts.put("treatMissingData", text(found.treatMissingData()));
        facts.put("alarmActions", sorted(found.alarmActions()));
        facts.put("okActions", sorted(found.okActions()));
        return facts;
    }

    /** {@code threshold 100 -> 195000}, one for each difference; empty where there are none. */
    static List<String> differences(MetricAlarm found, PutMetricAlarmRequest wanted) {
        Map<String, String> before = of(found);
        return of(wanted).entrySet().stream()
                .filter(fact -> !fact.getValue().equals(before.get(fact.getKey())))
                .map(fact -> fact.getKey() + " " + difference(text(before.get(fact.getKey())), fact.getValue()))
                .toList();
    }

    /** Of long facts only the part that differs, which would not be seen where they were cut. */
    private static String difference(String before, String after) {
        if (Math.max(before.length(), after.length()) <= LONG) {
            return Display.visible(before) + " -> " + Display.visible(after);
        }
        int most = Math.min(before.length(), after.length());
        int head = 0;
        while (head < most && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return middle(before, head, tail) + " -> " + middle(after, head, tail);
    }

    private static String middle(String text, int head, int tail) {
        int from = Math.max(0, head - AROUND);
        int to = Math.min(text.length(), text.length() - tail + AROUND);
        return (from > 0 ? "…" : "") + Display.visible(text.substring(from, to)) + (to < text.length() ? "…" : "");
    }

    /** {@code Minimum of TotalFileSize < 195000 in 1 of 1 x 900 s, missing data: ignore}. */
    static String summary(PutMetricAlarmRequest alarm) {
        return alarm.statisticAsString() + " of " + alarm.metricName()
                + (alarm.comparisonOperatorAsString().startsWith("Less") ? " < " : " > ") + number(alarm.threshold())
                + " in " + alarm.datapointsToAlarm() + " of " + alarm.evaluationPeriods() + " x " + alarm.period()
                + " s, missing data: " + alarm.treatMissingData();
    }

    /** Without its last line, which says whose it is. */
    private static String story(@Nullable String description) {
        return text(description).lines().findFirst().orElse("");
    }

    private static String dimensions(List<Dimension> dimensions) {
        return dimensions.stream()
                .map(each -> each.name() + "=" + each.value())
                .sorted()
                .collect(Collectors.joining(", ", " {", "}"));
    }

    private static String sorted(List<String> arns) {
        return arns.stream().sorted().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String number(@Nullable Double number) {
        return number == null
                ? ""
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String text(@Nullable Object fact) {
        return Objects.toString(fact, "");
    }
}
