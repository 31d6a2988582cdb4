// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.report.ReportFolder;
import io.lakecheck.spec.Origin;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.spec.SuiteReader;
import io.lakecheck.spec.XmlElement;
import io.lakecheck.survey.Lakecheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** The same words are the same suite, whether a file, a POM, an annotation or a builder says them. */
class ParityTest {

    private static final String LOCATION = "s3://refined/kpi/dt={date}/";

    @TempDir
    private Path directory;

    private static final String YAML = """
        datasets:
          kpi:
            location: s3://refined/kpi/dt={date}/
            zone: Europe/London
            due: 6h
            days: [mon, tue, wed]
            except: 2026-12-25
            include: ["*.parquet", "*.orc"]
            exclude: "tmp/**"
            checks:
              - recency: { marker: _SUCCESS, sealed: false, grace: 15m, late: fail, severity: warn }
              - size: { min: 195 kB, max: 1 MiB, objects: { min: 1, max: 200 }, each: { max: 512 kB } }
              - size: { min: 100, severity: warn }
              - delta: { against: median of 2, drop: 30%, rise: 100%, of: objects, atLeast: 3, history: 2, lookback: 14, whenAbsent: skip, whenTooLittleHistory: warn, whenBaselineEmpty: fail }
              - delta: { deviation: 1.4, severity: warn }
              - complete: { last: 2, strays: fail, severity: warn }
        """;

    private static final String POM = """
            <suite>
              <datasets>
                <kpi>
                  <location>s3://refined/kpi/dt={date}/</location>
                  <zone>Europe/London</zone>
                  <due>6h</due>
                  <days><day>mon</day><day>tue</day><day>wed</day></days>
                  <except>2026-12-25</except>
                  <include><glob>*.parquet</glob><glob>*.orc</glob></include>
                  <exclude>tmp/**</exclude>
                  <checks>
                    <recency>
                      <marker>_SUCCESS</marker><sealed>false</sealed><grace>15m</grace><late>fail</late><severity>warn</severity>
                    </recency>
                    <size>
                      <min>195 kB</min><max>1 MiB</max>
                      <objects><min>1</min><max>200</max></objects><each><max>512 kB</max></each>
                    </size>
                    <size><min>100</min><severity>warn</severity></size>
                    <delta>
                      <against>median of 2</against><drop>30%</drop><rise>100%</rise><of>objects</of><atLeast>3</atLeast>
                      <history>2</history><lookback>14</lookback>
                      <whenAbsent>skip</whenAbsent><whenTooLittleHistory>warn</whenTooLittleHistory>
                      <whenBaselineEmpty>fail</whenBaselineEmpty>
                    </delta>
                    <delta><deviation>1.4</deviation><severity>warn</severity></delta>
                    <complete><last>2</last><strays>fail</strays><severity>warn</severity></complete>
                  </checks>
                </kpi>
              </datasets>
            </suite>
            """;

    @Test
    void every_word_means_the_same_from_each_source() throws Exception {
        Suite yaml = yaml(YAML);

        assertThat(pom(POM)).isEqualTo(yaml);
        assertThat(annotated(EveryWord.class)).isEqualTo(yaml);
        assertThat(everyWordBuilt()).isEqualTo(yaml);
    }

    @Test
    void every_source_gives_the_same_json() throws Exception {
        String yaml = json(yaml(YAML));

        assertThat(yaml).contains("\"failed\": 1", "\"warned\": 3", "\"skipped\": 1", "dt=2026-01-06");
        assertThat(json(pom(POM))).isEqualTo(yaml);
        assertThat(json(annotated(EveryWord.class))).isEqualTo(yaml);
        assertThat(json(everyWordBuilt())).isEqualTo(yaml);
    }

    private static Suite everyWordBuilt() {
        return built(new DatasetSpec(LOCATION)
                .zone("Europe/London")
                .due("6h")
                .days("mon", "tue", "wed")
                .except("2026-12-25")
                .include("*.parquet", "*.orc")
                .exclude("tmp/**")
                .recency(recency -> recency.marker("_SUCCESS")
                        .sealed("false")
                        .grace("15m")
                        .late("fail")
                        .severity("warn"))
                .size(size ->
                        size.min("195 kB").max("1 MiB").objects("1", "200").each("", "512 kB"))
                .size(size -> size.min("100").severity("warn"))
                .delta(delta -> delta.against("median of 2")
                        .drop("30%")
                        .rise("100%")
                        .of("objects")
                        .atLeast("3")
                        .history("2")
                        .lookback("14")
                        .whenAbsent("skip")
                        .whenTooLittleHistory("warn")
                        .whenBaselineEmpty("fail"))
                .delta(delta -> delta.deviation("1.4").severity("warn"))
                .complete(complete -> complete.last("2").strays("fail").severity("warn")));
    }

    @LakeCheck(
            location = LOCATION,
            zone = "Europe/London",
            due = "6h",
            days = {"mon", "tue", "wed"},
            except = "2026-12-25",
            include = {"*.parquet", "*.orc"},
            exclude = "tmp/**",
            recency = @Recency(marker = "_SUCCESS", sealed = "false", grace = "15m", late = "fail", severity = "warn"),
            size = {
                @Size(
                        min = "195 kB",
                        max = "1 MiB",
                        objects = @Bounds(min = "1", max = "200"),
                        each = @Bounds(max = "512 kB")),
                @Size(min = "100", severity = "warn")
            },
            delta = {
                @Delta(
                        against = "median of 2",
                        drop = "30%",
                        rise = "100%",
                        of = "objects",
                        atLeast = "3",
                        history = "2",
                        lookback = "14",
                        whenAbsent = "skip",
                        whenTooLittleHistory = "warn",
                        whenBaselineEmpty = "fail"),
                @Delta(deviation = "1.4", severity = "warn")
            },
            complete = @Complete(last = "2", strays = "fail", severity = "warn"))
    private static final class EveryWord {}

    @Test
    void what_is_not_said_has_the_same_default_from_each_source() throws Exception {
        Suite yaml = yaml("""
                datasets:
                  kpi:
                    location: s3://refined/kpi/dt={date}/
                    checks: [ recency: {}, size: { min: 1 }, delta: { drop: 1% }, complete: {} ]
                """);

        assertThat(pom("""
                <suite><datasets><kpi><location>s3://refined/kpi/dt={date}/</location><checks>
                  <recency/><size><min>1</min></size><delta><drop>1%</drop></delta><complete/>
                </checks></kpi></datasets></suite>
                """)).isEqualTo(yaml);
        assertThat(annotated(FewWords.class)).isEqualTo(yaml);
        assertThat(built(new DatasetSpec(LOCATION)
                        .recency(recency -> recency)
                        .size(size -> size.min("1"))
                        .delta(delta -> delta.drop("1%"))
                        .complete(complete -> complete)))
                .isEqualTo(yaml);
    }

    @LakeCheck(
            location = LOCATION,
            recency = @Recency,
            size = @Size(min = "1"),
            delta = @Delta(drop = "1%"),
            complete = @Complete)
    private static final class FewWords {}

    @Test
    void a_suite_file_is_the_release_gates_own() throws IOException {
        String text = """
                datasets:
                  kpi: { location: "s3://refined/kpi/dt={date}/", checks: [ size: { min: 1 } ] }
                  leads: { location: "s3://refined/leads/dt={date}/", checks: [ size: { min: 1 } ] }
                """;
        Expectation expectation =
                Expectations.of(List.of(OfAFile.class), Optional.empty()).get(0);

        assertThat(expectation.suite(name -> Optional.empty()).datasets())
                .extracting(dataset -> dataset.location().toString())
                .containsExactly("s3://mine/leads/dt={date}/");
        assertThat(yaml(text).datasets()).hasSize(2);
    }

    @LakeCheck(suite = "suite.yml", dataset = "lea*", variables = "LAKE=s3://mine")
    private static final class OfAFile {}

    /**
     * Metrics are the suite's affair, and so are names of calendars, for datasets to share: a test has one and says its
     * days itself.
     */
    @ParameterizedTest
    @CsvSource({"recency,", "size,", "delta,", "complete,", "objects,", "each,", "dataset, dimensions calendar"})
    void annotations_know_all_words_of_the_language(String block, @Nullable String others) throws IOException {
        Set<String> but = others == null ? Set.of() : Set.of(others.split(" "));
        Map<String, Class<?>> types = Map.of(
                "recency", Recency.class,
                "size", Size.class,
                "delta", Delta.class,
                "complete", Complete.class,
                "objects", Bounds.class,
                "each", Bounds.class,
                "dataset", LakeCheck.class);
        Set<String> known = new HashSet<>(words(requireNonNull(types.get(block))));
        if (block.equals("dataset")) {
            known.removeAll(Set.of("name", "partition", "asOf", "suite", "dataset", "variables"));
            known.removeAll(checks());
            known.add("checks");
        }

        assertThat(documented(block)).containsAll(but);
        assertThat(known)
                .isEqualTo(documented(block).stream()
                        .filter(word -> !but.contains(word))
                        .collect(Collectors.toSet()));
    }

    /** The checks that the reference of the suite language names: a new one must be in annotations too. */
    private static Set<String> checks() throws IOException {
        return Pattern.compile("\\[(\\w+)]\\(#")
                .matcher(Files.readString(Path.of("..", "docs", "suite.md"))
                        .lines()
                        .filter(row -> row.startsWith("| `checks` |"))
                        .findFirst()
                        .orElseThrow())
                .results()
                .map(check -> check.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void annotations_know_all_checks_of_the_language() throws IOException {
        assertThat(checks()).contains("recency").isSubsetOf(words(LakeCheck.class));
    }

    /** The words of a block as the reference of the suite language, which is made from the language, has them. */
    private static Set<String> documented(String block) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "suite.md"));
        String section =
                page.substring(page.indexOf("\n### " + block + "\n") + 1).split("\n### ")[0];
        return Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE)
                .matcher(section)
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void annotations_and_builders_know_the_same_words() {
        assertThat(words(Recency.class)).isEqualTo(words(RecencySpec.class));
        assertThat(words(Size.class)).isEqualTo(words(SizeSpec.class));
        assertThat(words(Delta.class)).isEqualTo(words(DeltaSpec.class));
        assertThat(words(Complete.class)).isEqualTo(words(CompleteSpec.class));
        assertThat(Stream.concat(
                        words(DatasetSpec.class).stream(), Stream.of("location", "suite", "dataset", "variables")))
                .containsExactlyInAnyOrderElementsOf(words(LakeCheck.class));
    }

    private static Set<String> words(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.equals("toString"))
                .collect(Collectors.toSet());
    }

    private Suite yaml(String text) throws IOException {
        return SuiteFile.read(Files.writeString(directory.resolve("lakecheck.yml"), text), name -> Optional.empty());
    }

    /** As Maven hands it on. */
    private static Suite pom(String xml) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return new SuiteReader(Path.of(""), name -> Optional.empty()).read(element(document.getDocumentElement()));
    }

    private static XmlElement element(org.w3c.dom.Element xml) {
        List<XmlElement> children = new ArrayList<>();
        for (Node child = xml.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof org.w3c.dom.Element inner) {
                children.add(element(inner));
            }
        }
        String text = children.isEmpty() ? xml.getTextContent() : "";
        return new XmlElement(xml.getTagName(), text, children, Origin.of("pom.xml"));
    }

    /** What the report of a run says that took no time, on a lake where one partition is and all others are not. */
    private String json(Suite suite) throws IOException {
        Instant then = Instant.parse("2026-01-07T07:00:00Z");
        Report report = Lakecheck.on((range, visitor) -> {
                    visitor.onAnswer(new Lake.Answer(Optional.of(then), then));
                    String key = "dt=2026-01-06/part-0.parquet";
                    if (key.startsWith(range.prefix()) && key.compareTo(range.after()) > 0) {
                        visitor.onObject(new LakeObject(key, 100_000, then, "etag"));
                    }
                })
                .at(Clock.fixed(then, ZoneOffset.UTC))
                .run(suite);
        Path folder = Files.createTempDirectory(directory, "report");
        new Report(suite, report.at(), Duration.ZERO, report.traffic(), report.findings(), List.of())
                .reportTo(new ReportFolder(folder).reporters("suite"));
        return Files.readString(folder.resolve("lakecheck.json"));
    }

    private static Suite annotated(Class<?> type) {
        return Expectations.of(List.of(type), Optional.empty()).get(0).suite(name -> Optional.empty());
    }

    private static Suite built(DatasetSpec said) {
        return said.expectation(Origin.of("here")).suite(name -> Optional.empty());
    }
}
