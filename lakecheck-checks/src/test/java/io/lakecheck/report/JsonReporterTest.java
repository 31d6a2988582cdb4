// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.lakecheck.Check;
import io.lakecheck.Figure;
import io.lakecheck.Notice;
import io.lakecheck.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReporterTest {

    @TempDir
    Path folder;

    @Test
    void writes_the_whole_run_in_a_fixed_order() throws IOException {
        assertThat(structure(json(
                        Reports.mixed().with(List.of(new Notice(Notice.Level.WARN, "metrics NOT published: no"))))))
                .isEqualTo(resource("mixed.json"));
    }

    @Test
    void omits_unknown_values() throws IOException {
        assertThat(structure(json(Reports.unknown()))).isEqualTo(resource("unknown.json"));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("reports")
    void matches_its_schema(Report report) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("/io/lakecheck/report.schema.json"), InputFormat.JSON);

        assertThat(schema.validate(json(report), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{\"version\": 2}", InputFormat.JSON)).isNotEmpty();
    }

    /** A check that is missing from the schema would produce reports that violate it. */
    @Test
    void its_schema_lists_every_check_and_figure() throws IOException {
        String schema = text("/io/lakecheck/report.schema.json");

        for (Class<?> check : Check.class.getPermittedSubclasses()) {
            assertThat(schema)
                    .containsPattern("\"check\": \\{ \"enum\": \\[[^]]*\""
                            + check.getSimpleName().replace("Check", "").toLowerCase(Locale.ROOT) + "\"");
        }
        for (Figure figure : Figure.values()) {
            assertThat(schema)
                    .containsPattern(
                            "(?s)\"propertyNames\": \\{\\s*\"enum\": \\[[^]]*\"" + camel(figure.name()) + "\"");
        }
    }

    private static String camel(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("_", -1);
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    @Test
    void escapes_hostile_names_without_loss() throws IOException {
        String json = json(Reports.hostile());

        assertThat(json.lines())
                .allSatisfy(line -> assertThat(line).isPrintable().isASCII());
        assertThat(json).contains("<b>&\\\"'\\u001B[31m\\n::error::\\u202E\\u0000\\uFFFE\\uD800%2F+ $x");
    }

    static Stream<Report> reports() {
        return Stream.of(Reports.mixed(), Reports.passed(), Reports.unknown(), Reports.hostile(), Reports.passedOver());
    }

    private String json(Report report) throws IOException {
        new JsonReporter(new ReportFolder(folder)).report(report);
        return Files.readString(folder.resolve("lakecheck.json"));
    }

    /** Returns the JSON without the texts of verdicts, because the golden tests of other packages pin them. */
    private static String structure(String json) {
        return json.replaceAll("(\"(?:measured|expected|message|reason)\": \")[^\"]*[a-z][^\"]*\"", "$1…\"")
                .replaceAll("(\"text\": \"[^:\"]* [A-Z]+: )[^\"]*\"", "$1…\"");
    }

    private static String resource(String name) throws IOException {
        return text("/io/lakecheck/report/" + name);
    }

    private static String text(String path) throws IOException {
        try (InputStream in = JsonReporterTest.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
