// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/**
 * Compares the properties of an existing alarm with those of a requested one. The SDK has a separate type for each, but
 * their fields have the same names, so the fields are compared by name.
 */
final class AlarmProperties {

    /** The fields that are compared one by one: the name shown in a diff, mapped to CloudWatch's name. */
    private static final Map<String, String> FIELDS = fields();

    private AlarmProperties() {}

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("statistic", "Statistic");
        fields.put("unit", "Unit");
        fields.put("comparison", "ComparisonOperator");
        fields.put("threshold", "Threshold");
        fields.put("period", "Period");
        fields.put("evaluationPeriods", "EvaluationPeriods");
        fields.put("datapointsToAlarm", "DatapointsToAlarm");
        fields.put("treatMissingData", "TreatMissingData");
        fields.put("alarmActions", "AlarmActions");
        fields.put("okActions", "OKActions");
        return fields;
    }

    private static Map<String, String> of(SdkPojo alarm) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (SdkField<?> field : alarm.sdkFields()) {
            values.put(field.memberName(), field.getValueOrDefault(alarm));
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("description", problem(text(values.get("AlarmDescription"))));
        properties.put(
                "metric",
                text(values.get("Namespace")) + " " + text(values.get("MetricName")) + " "
                        + text(values.get("Dimensions")));
        properties.put("query", text(values.get("Metrics")));
        FIELDS.forEach((name, field) -> properties.put(name, text(values.get(field))));
        return properties;
    }

    /**
     * Returns one string for each difference, such as {@code threshold 100 -> 195000}, or an empty list if there are no
     * differences.
     */
    static List<String> differences(MetricAlarm existing, PutMetricAlarmRequest wanted) {
        Map<String, String> before = of(existing);
        return of(wanted).entrySet().stream()
                .filter(property -> !property.getValue().equals(before.get(property.getKey())))
                .map(property -> property.getKey() + " "
                        + TextDifference.between(text(before.get(property.getKey())), property.getValue()))
                .toList();
    }

    /**
     * Returns a summary such as {@code Minimum of TotalFileSize < 195000 for 1 of 1 datapoints (period: 900 s), missing
     * data: ignore}.
     */
    static String summary(PutMetricAlarmRequest alarm) {
        @Nullable MetricDataQuery query = alarm.hasMetrics() ? alarm.metrics().get(0) : null;
        String value = query == null ? alarm.statisticAsString() + " of " + alarm.metricName() : query.expression();
        return value + (alarm.comparisonOperatorAsString().startsWith("Less") ? " < " : " > ")
                + text(alarm.threshold()) + " for " + alarm.datapointsToAlarm() + " of " + alarm.evaluationPeriods()
                + " datapoints (period: " + (query == null ? alarm.period() : query.period()) + " s), missing data: "
                + alarm.treatMissingData();
    }

    /**
     * Returns the first line of an alarm's description, which states the problem. The last line identifies the owner.
     */
    static String problem(String description) {
        return description.lines().findFirst().orElse("");
    }

    /** Returns a field's value as text. Lists are sorted, because the order of their elements doesn't matter. */
    private static String text(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(AlarmProperties::text).sorted().collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Dimension dimension) {
            return dimension.name() + "=" + dimension.value();
        }
        if (value instanceof MetricDataQuery query) {
            return query.expression() + " (period: " + query.period() + " s)";
        }
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Objects.toString(value, "");
    }
}
