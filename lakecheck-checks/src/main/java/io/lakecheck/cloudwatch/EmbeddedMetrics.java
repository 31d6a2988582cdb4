// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * Metrics in CloudWatch's embedded metric format: log lines of JSON from which CloudWatch extracts metrics. Each line
 * has one set of dimensions and one timestamp. The format's limit of 30 dimensions can't be exceeded, because suites
 * can't set that many.
 *
 * @param lines the log lines
 * @param conflicts the names of dimensions that are also the name of a metric or of the format's own field. Dimensions,
 *     metrics and that field share one JSON object, so data points with such a dimension are omitted.
 */
record EmbeddedMetrics(List<String> lines, Set<String> conflicts) {

    /** The format's limit on the number of metrics in one JSON object. */
    private static final int MOST_METRICS = 100;

    private static final String RESERVED = "_aws";

    private static final JsonFactory JSON = new JsonFactory();

    static EmbeddedMetrics of(String namespace, List<MetricDatum> data) {
        Set<String> conflicts = new TreeSet<>();
        Map<List<Object>, List<MetricDatum>> groups = new LinkedHashMap<>();
        for (MetricDatum datum : data) {
            Set<String> own = conflicts(datum);
            conflicts.addAll(own);
            if (own.isEmpty()) {
                groups.computeIfAbsent(List.of(datum.dimensions(), datum.timestamp()), key -> new ArrayList<>())
                        .add(datum);
            }
        }
        List<String> lines = groups.values().stream()
                .flatMap(group -> objects(group).stream())
                .map(metrics -> line(namespace, metrics))
                .toList();
        return new EmbeddedMetrics(lines, conflicts);
    }

    private static Set<String> conflicts(MetricDatum datum) {
        return datum.dimensions().stream()
                .map(Dimension::name)
                .filter(name -> name.equals(RESERVED) || isMetric(name))
                .collect(Collectors.toSet());
    }

    private static boolean isMetric(String name) {
        for (Metric metric : Metric.values()) {
            if (metric.toString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Splits metrics into JSON objects. A metric's name may occur only once in each. */
    private static List<Map<String, MetricDatum>> objects(List<MetricDatum> group) {
        List<Map<String, MetricDatum>> objects = new ArrayList<>();
        for (MetricDatum datum : group) {
            Map<String, MetricDatum> target = objects.stream()
                    .filter(object -> object.size() < MOST_METRICS && !object.containsKey(datum.metricName()))
                    .findFirst()
                    .orElseGet(() -> {
                        objects.add(new LinkedHashMap<>());
                        return objects.get(objects.size() - 1);
                    });
            target.put(datum.metricName(), datum);
        }
        return objects;
    }

    private static String line(String namespace, Map<String, MetricDatum> metrics) {
        MetricDatum first = metrics.values().iterator().next();
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeObjectFieldStart(RESERVED);
            json.writeNumberField("Timestamp", first.timestamp().toEpochMilli());
            json.writeArrayFieldStart("CloudWatchMetrics");
            json.writeStartObject();
            json.writeStringField("Namespace", namespace);
            json.writeArrayFieldStart("Dimensions");
            json.writeStartArray();
            for (Dimension dimension : first.dimensions()) {
                json.writeString(dimension.name());
            }
            json.writeEndArray();
            json.writeEndArray();
            json.writeArrayFieldStart("Metrics");
            for (MetricDatum metric : metrics.values()) {
                json.writeStartObject();
                json.writeStringField("Name", metric.metricName());
                json.writeStringField("Unit", metric.unitAsString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            for (Dimension dimension : first.dimensions()) {
                json.writeStringField(dimension.name(), dimension.value());
            }
            for (MetricDatum metric : metrics.values()) {
                json.writeNumberField(metric.metricName(), metric.value());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
