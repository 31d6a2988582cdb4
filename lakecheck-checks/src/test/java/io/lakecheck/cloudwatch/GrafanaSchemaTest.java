// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Validates Grafana dashboards against the JSON schemas that Grafana publishes for dashboards, panels and CloudWatch
 * queries. The schemas in {@code src/test/resources} name their origin and license.
 */
class GrafanaSchemaTest {

    private static final Path RESOURCES = Path.of("src/test/resources/io/lakecheck/cloudwatch");

    /** Joins the schemas, because Grafana's schema of dashboards leaves the content of panels to their plugins. */
    private static final String ALL = """
            {
              "$schema": "http://json-schema.org/draft-07/schema#",
              "allOf": [
                { "$ref": "https://grafana.test/dashboard" },
                { "properties": { "panels": { "items": { "allOf": [
                  { "properties": { "targets": { "items": { "$ref": "https://grafana.test/cloudwatch" } } } },
                  %s, %s, %s,
                  { "properties": { "type": { "enum": [ "row", "text", "timeseries", "state-timeline" ] } } }
                ] } } } }
              ]
            }
            """.formatted(
                    panel("text", "text"), panel("timeseries", "timeseries"), panel("state-timeline", "statetimeline"));

    private final Schema schema;
    private final String pinned;

    GrafanaSchemaTest() throws IOException {
        Map<String, String> schemas = new HashMap<>();
        for (String name : List.of("dashboard", "cloudwatch", "text", "timeseries", "statetimeline")) {
            schemas.put(
                    "https://grafana.test/" + name,
                    Files.readString(RESOURCES.resolve("grafana").resolve(name + ".jsonschema.json")));
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7, registry -> registry.schemas(schemas))
                .getSchema(ALL, InputFormat.JSON);
        pinned = Files.readString(RESOURCES.resolve("grafana-dashboard.json"), StandardCharsets.UTF_8);
    }

    /** Returns the schema of a panel's content. That of the field settings of state timelines is incomplete. */
    private static String panel(String type, String plugin) {
        String custom = type.equals("timeseries")
                ? "{ \"$ref\": \"https://grafana.test/timeseries#/definitions/FieldConfig\" }"
                : "{}";
        return """
                {
                  "if": { "properties": { "type": { "const": "%s" } } },
                  "then": { "required": [ "options" ], "properties": {
                    "options": { "$ref": "https://grafana.test/%s#/definitions/Options" },
                    "fieldConfig": { "properties": { "defaults": { "properties": { "custom": %s } } } }
                  } }
                }
                """.formatted(type, plugin, custom);
    }

    private List<Error> errors(String dashboard) {
        return schema.validate(dashboard, InputFormat.JSON);
    }

    /** {@code DashboardTest} pins this dashboard, which contains all kinds of panels. */
    @Test
    void the_pinned_dashboard_is_valid() {
        assertThat(errors(pinned)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"schemaVersion\" : 38', '\"schemaVersion\" : \"38\"'",
        "'\"graphTooltip\" : 1', '\"graphTooltip\" : 3'",
        "'\"type\" : \"datasource\"', '\"type\" : \"source\"'",
        "'\"collapsed\" : false', '\"folded\" : false'",
        "'\"mode\" : \"markdown\"', '\"mode\" : \"md\"'",
        "'\"drawStyle\" : \"points\"', '\"drawStyle\" : \"dots\"'",
        "'\"alignValue\" : \"left\"', '\"alignValue\" : \"start\"'",
        "'\"queryMode\" : \"Metrics\"', '\"queryMode\" : \"Metric\"'",
        "'\"matchExact\" : true', '\"exact\" : true'",
        "'\"color\" : \"green\"', '\"colour\" : \"green\"'",
        "'\"type\" : \"timeseries\"', '\"type\" : \"graph\"'"
    })
    void mistakes_are_found(String part, String mistake) {
        assertThat(pinned).contains(part);
        assertThat(errors(pinned.replace(part, mistake))).isNotEmpty();
    }
}
