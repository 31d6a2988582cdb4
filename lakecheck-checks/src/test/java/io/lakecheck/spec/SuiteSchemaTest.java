// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.lakecheck.GeneratedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the JSON schema agrees with the reader. */
class SuiteSchemaTest {

    private static final Path COMMITTED = Path.of("src/main/resources/io/lakecheck/lakecheck.schema.json");

    private static final Schema SCHEMA = schema(SuiteSchema.text());

    /** Texts that are valid for at least one type, almost valid, or invalid for all types. */
    private static final List<String> TEXTS = List.of(
            "0",
            "1",
            "5",
            "-1",
            "1.5",
            "1e6",
            "0x10",
            "9600",
            "9601",
            "195 kB",
            "195kB",
            "195  kB",
            "195 KB",
            "1 MiB",
            "1.5 GB",
            "1_000",
            "26h",
            "1h30m",
            "1h 30m",
            "30m1h",
            "PT26H",
            "P2D",
            "PT",
            "P",
            "26",
            "2 d",
            "-6h",
            "30%",
            "30 %",
            "12.5%",
            "-30%",
            "100%",
            "%",
            "2026-12-25",
            "2026-1-2",
            "25.12.2026",
            "UTC",
            "Europe/London",
            "+02:00",
            "Mars/Olympus!",
            "fail",
            "warn",
            "FAIL",
            "true",
            "false",
            "yes",
            "no",
            "on",
            "True",
            "bytes",
            "objects",
            "previous",
            "weekdays",
            "mon",
            "Monday",
            "monday",
            "daily",
            "_SUCCESS",
            "*.parquet",
            "http://localhost:4566",
            "http://a:b@c",
            "ftp://host",
            "eu-west-1",
            "EU West",
            "ATUK/Lambda",
            "AWS/S3",
            "SLACK_URL",
            "https://hooks.slack.com/x",
            "lake",
            "arn:aws:sns:eu-west-1:123456789012:data-team",
            "arn:aws:sns",
            "s3://refined/kpi/dt={date}/",
            "line\nbreak",
            "${NAME}",
            "${NAME:-5}",
            "$${NAME",
            "always",
            "change",
            " ");

    @Test
    void the_schema_file_agrees_with_the_vocabulary() throws IOException {
        GeneratedFile.check(COMMITTED, SuiteSchema.text());
    }

    @Test
    void the_schema_is_a_resource_of_the_jar() {
        assertThat(SuiteFile.class.getResource("/io/lakecheck/lakecheck.schema.json"))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource
    void schema_and_reader_accept(String yaml) {
        assertThat(SCHEMA.validate(Json.ofYaml(yaml), InputFormat.JSON)).isEmpty();
        assertThat(Yaml.suite(yaml, Map.of("BUCKET", "refined", "LIMIT", "5 kB", "TRUE", "true"))
                        .datasets())
                .isNotEmpty();
    }

    static Stream<String> schema_and_reader_accept() {
        return Stream.of(
                Yaml.daily("recency:"),
                Yaml.daily(
                        "recency: { marker: _SUCCESS }", "size: { min: 195 kB }", "delta: { drop: 30%, rise: 100% }"),
                Yaml.daily("size: { min: 195000, objects: { min: 1, max: 20 }, each: { max: 1 GB } }"),
                Yaml.daily("size: { min: \"${LIMIT}\" }", "recency: { marker: x, sealed: \"${TRUE}\", grace: 0 }"),
                Yaml.dataset(
                        "s3://${BUCKET}/{date}", "days: [mon, weekends]\nexcept: [2026-12-25]\ndue: 6h", "recency: {}"),
                Yaml.dataset(
                        "lake/", "dimensions: { Key: 17 }\ninclude: \"*\"\nexclude: []", "recency: { maxAge: 26h }"),
                "calendars: { uk: { days: weekdays, validThrough: 2026-12-31 }, all: }\ncalendar: uk\n"
                        + Yaml.dataset("x/{date}", "calendar: all", "recency: {}"),
                "calendars: {}\n" + Yaml.daily("recency: {}"),
                "s3: { region: eu-west-1, pathStyle: true }\ncloudwatch: { namespace: A, enabled: false }\nwait: 30m\n"
                        + "notify: { slack: URL }\nzone: UTC\n"
                        + Yaml.daily("delta: { rise: 1%, atLeast: 5, history: 2 }"));
    }

    @ParameterizedTest
    @MethodSource
    void schema_and_reader_reject(String yaml) {
        assertThat(SCHEMA.validate(Json.ofYaml(yaml), InputFormat.JSON)).isNotEmpty();
        assertThat(Yaml.problems(yaml)).isNotEmpty();
    }

    static Stream<String> schema_and_reader_reject() {
        return Stream.of(
                "[]",
                "kpi",
                "zone: UTC",
                "datasets: {}",
                "datasets: []",
                "datasets: { kpi: }",
                "datasets: { kpi: { location: x } }",
                "datasets: { kpi: { location: x, checks: [] } }",
                "datasets: { kpi: { location: x, checks: { size: { min: 1 } } } }",
                "datasets: { kpi: { location: x, checks: [ size ] } }",
                "datasets: { kpi: { location: x, checks: [ { size: { min: 1 }, recency: {} } ] } }",
                "datasets: { \"${X}\": { location: x, checks: [ size: { min: 1 } ] } }",
                "datasets: { \" \": { location: x, checks: [ size: { min: 1 } ] } }",
                "zoen: UTC\n" + Yaml.daily("recency: {}"),
                Yaml.daily("sise: { min: 1 }"),
                Yaml.daily("size: { mni: 1 }"),
                Yaml.daily("size: { min: -1 }"),
                Yaml.daily("size: { min: 195 KB }"),
                Yaml.daily("size: { min: [1] }"),
                Yaml.daily("size: { objects: 5 }"),
                Yaml.daily("delta: { drop: 30 }"),
                Yaml.daily("delta: { drop: 30%, history: 0 }"),
                Yaml.daily("delta: { drop: 30%, against: yesterday }"),
                Yaml.daily("recency: { sealed: no }"),
                Yaml.daily("recency: { grace: 15 }"),
                Yaml.daily("recency: { severity: error }"),
                Yaml.dataset("x/{date}", "days: [mo]", "recency: {}"),
                Yaml.dataset("x/{date}", "except: christmas", "recency: {}"),
                Yaml.dataset("x/{date}", "dimensions: [Key]", "recency: {}"),
                "calendars: { uk: { day: mon } }\n" + Yaml.daily("recency: {}"),
                "calendars: [ uk ]\n" + Yaml.daily("recency: {}"),
                "calendars: { \"${X}\": }\n" + Yaml.daily("recency: {}"),
                "cloudwatch: {}\n" + Yaml.daily("recency: {}"),
                "cloudwatch: { namespace: AWS/S3 }\n" + Yaml.daily("recency: {}"),
                "s3: { secretKey: x }\n" + Yaml.daily("recency: {}"));
    }

    @ParameterizedTest
    @MethodSource
    void only_the_reader_finds_contradictions(String yaml) {
        assertThat(SCHEMA.validate(Json.ofYaml(yaml), InputFormat.JSON)).isEmpty();
        assertThat(Yaml.problems(yaml)).isNotEmpty();
    }

    static Stream<String> only_the_reader_finds_contradictions() {
        return Stream.of(
                Yaml.daily("recency: { maxAge: 26h }"),
                Yaml.daily("size: {}"),
                Yaml.daily("size: { min: 2, max: 1 }"),
                Yaml.daily("size: { min: 0.5 B }"),
                Yaml.daily("size: { min: \"${MISSING}\" }"),
                Yaml.dataset("x/", "", "recency: {}"),
                Yaml.dataset("x/{MM}", "", "recency: {}"),
                Yaml.dataset("x/{date}", "except: 2026-02-30", "recency: {}"),
                "calendar: uk\n" + Yaml.daily("recency: {}"),
                "zone: Europe/Lodnon\n" + Yaml.daily("recency: {}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void the_schema_accepts_exactly_the_texts_that_the_type_accepts(ScalarType<?> scalar) {
        Schema schema = schema(Json.of(SuiteSchema.value(scalar)));

        for (String text : TEXTS) {
            boolean isValid = text.matches(scalar.regex()) || text.contains("${");
            assertThat(schema.validate(Json.of(text), InputFormat.JSON).isEmpty())
                    .as("'%s' as %s", text, scalar.expected())
                    .isEqualTo(isValid);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void the_schema_accepts_valid_values_of_any_yaml_type(ScalarType<?> scalar) {
        Schema schema = schema(Json.of(SuiteSchema.value(scalar)));

        TEXTS.stream()
                .filter(text -> text.matches("[\\w.-]+( ?%)?") && isAccepted(scalar, text))
                .forEach(text -> assertThat(schema.validate(Json.ofYaml(text), InputFormat.JSON))
                        .as("%s as %s", text, scalar.expected())
                        .isEmpty());
    }

    @Test
    void the_schema_accepts_random_suites_of_known_keys() {
        for (int seed = 0; seed < 300; seed++) {
            String json = Json.of(plain(new RandomSuite(seed).make()));

            assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
        }
    }

    private static Object plain(Node node) {
        if (node instanceof Block block) {
            Map<String, Object> entries = new LinkedHashMap<>();
            block.entries().forEach(entry -> entries.put(entry.name().text(), plain(entry.value())));
            return entries;
        }
        return node instanceof Items items
                ? items.nodes().stream().map(SuiteSchemaTest::plain).toList()
                : ((Word) node).text();
    }

    /** Returns each scalar type of the vocabulary once. */
    static Stream<ScalarType<?>> values() {
        Map<String, ScalarType<?>> byExpectation = new HashMap<>();
        AllTerms.terms().map(Term::type).forEach(type -> {
            if (type instanceof ScalarType<?> scalar) {
                byExpectation.put(scalar.expected(), scalar);
            } else if (type instanceof ListType<?> list) {
                byExpectation.put(list.expected(), list.item());
            }
        });
        return byExpectation.values().stream();
    }

    private static boolean isAccepted(ScalarType<?> scalar, String text) {
        Problems problems = new Problems();
        scalar.read("x", new Word(text, Origin.of("test")), new ReadContext(problems, Substitution.NONE));
        return problems.size() == 0;
    }

    private static Schema schema(String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(json, InputFormat.JSON);
    }
}
