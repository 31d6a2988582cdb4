// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.report.ReportFolder;
import io.lakecheck.report.page.ReportPages;
import io.lakecheck.spec.Origin;
import io.lakecheck.spec.SchemaKeys;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Tests that a suite file, a POM, an annotation and a builder with the same values define equal suites. */
class ParityTest {

    private static final String LOCATION = "s3://refined/kpi/dt={date}/";

    private static final String RUNS = "s3://refined/kpi/dt={date}*/";

    @TempDir
    private Path directory;

    private static final String YAML = """
        datasets:
          kpi:
            location: s3://refined/kpi/dt={date}*/
            runs: newest
            zone: Europe/London
            due: 6h
            days: [mon, tue, wed]
            except: 2026-12-25
            odd: 2026-11-27
            levels: [2026-09-01, 2026-10-01]
            include: ["*.parquet", "*.orc"]
            exclude: "tmp/**"
            empty: allow
            absent: ok
            parts: { country: [DE, FR] }
            checks:
              - recency: { marker: _SUCCESS, sealed: false, absent: ["*.tmp", INCOMPLETE], grace: 15m, late: fail, through: 2h, severity: warn }
              - size: { min: 195 kB, max: 1 MiB, objects: { min: 1, max: 200 }, each: { max: 512 kB }, part: { min: 1 kB, max: 1 MB } }
              - size: { min: 100, severity: warn }
              - delta: { against: median of 2, drop: 30%, rise: 100%, of: objects, atLeast: 3, history: 2, lookback: 14, whenAbsent: skip, whenTooLittleHistory: warn, whenBaselineEmpty: fail }
              - delta: { deviation: 1.4, severity: warn }
              - complete: { last: 2, strays: fail, severity: warn }
        """;

    private static final String POM = """
            <suite>
              <datasets>
                <kpi>
                  <location>s3://refined/kpi/dt={date}*/</location>
                  <runs>newest</runs>
                  <zone>Europe/London</zone>
                  <due>6h</due>
                  <days><day>mon</day><day>tue</day><day>wed</day></days>
                  <except>2026-12-25</except>
                  <odd>2026-11-27</odd>
                  <levels><date>2026-09-01</date><date>2026-10-01</date></levels>
                  <include><glob>*.parquet</glob><glob>*.orc</glob></include>
                  <exclude>tmp/**</exclude>
                  <empty>allow</empty>
                  <absent>ok</absent>
                  <parts><country><value>DE</value><value>FR</value></country></parts>
                  <checks>
                    <recency>
                      <marker>_SUCCESS</marker><sealed>false</sealed><absent><glob>*.tmp</glob><glob>INCOMPLETE</glob></absent><grace>15m</grace><late>fail</late><through>2h</through><severity>warn</severity>
                    </recency>
                    <size>
                      <min>195 kB</min><max>1 MiB</max>
                      <objects><min>1</min><max>200</max></objects><each><max>512 kB</max></each>
                      <part><min>1 kB</min><max>1 MB</max></part>
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
    void every_source_defines_an_equal_suite() throws Exception {
        Suite yaml = yaml(YAML);

        assertThat(pom(POM)).isEqualTo(yaml);
        assertThat(annotated(EveryKey.class)).isEqualTo(yaml);
        assertThat(builtWithEveryKey()).isEqualTo(yaml);
    }

    @Test
    void every_source_produces_the_same_json() throws Exception {
        String yaml = json(yaml(YAML));

        assertThat(yaml).contains("\"failed\": 1", "\"warned\": 3", "\"skipped\": 1", "dt=2026-01-06");
        assertThat(json(pom(POM))).isEqualTo(yaml);
        assertThat(json(annotated(EveryKey.class))).isEqualTo(yaml);
        assertThat(json(builtWithEveryKey())).isEqualTo(yaml);
    }

    private static Suite builtWithEveryKey() {
        return built(new DatasetSpec(RUNS)
                .runs("newest")
                .zone("Europe/London")
                .due("6h")
                .days("mon", "tue", "wed")
                .except("2026-12-25")
                .odd("2026-11-27")
                .levels("2026-09-01", "2026-10-01")
                .include("*.parquet", "*.orc")
                .exclude("tmp/**")
                .empty("allow")
                .absent("ok")
                .parts("country", "DE", "FR")
                .recency(recency -> recency.marker("_SUCCESS")
                        .sealed("false")
                        .absent("*.tmp", "INCOMPLETE")
                        .grace("15m")
                        .late("fail")
                        .through("2h")
                        .severity("warn"))
                .size(size -> size.min("195 kB")
                        .max("1 MiB")
                        .objects("1", "200")
                        .each("", "512 kB")
                        .part("1 kB", "1 MB"))
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
            location = RUNS,
            runs = "newest",
            zone = "Europe/London",
            due = "6h",
            days = {"mon", "tue", "wed"},
            except = "2026-12-25",
            odd = "2026-11-27",
            levels = {"2026-09-01", "2026-10-01"},
            include = {"*.parquet", "*.orc"},
            exclude = "tmp/**",
            empty = "allow",
            absent = "ok",
            parts =
                    @Parts(
                            key = "country",
                            values = {"DE", "FR"}),
            recency =
                    @Recency(
                            marker = "_SUCCESS",
                            sealed = "false",
                            absent = {"*.tmp", "INCOMPLETE"},
                            grace = "15m",
                            late = "fail",
                            through = "2h",
                            severity = "warn"),
            size = {
                @Size(
                        min = "195 kB",
                        max = "1 MiB",
                        objects = @Bounds(min = "1", max = "200"),
                        each = @Bounds(max = "512 kB"),
                        part = @Bounds(min = "1 kB", max = "1 MB")),
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
    private static final class EveryKey {}

    @Test
    void every_source_has_the_same_defaults() throws Exception {
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
        assertThat(annotated(FewKeys.class)).isEqualTo(yaml);
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
    private static final class FewKeys {}

    @Test
    void every_source_reads_the_keys_of_recency_without_a_marker() throws Exception {
        Suite yaml = yaml("""
                datasets:
                  kpi:
                    location: s3://refined/kpi/dt={date}/
                    checks: [ recency: { arrival: 99.5%, quiet: 10m } ]
                """);

        assertThat(pom("""
                <suite><datasets><kpi><location>s3://refined/kpi/dt={date}/</location><checks>
                  <recency><arrival>99.5%</arrival><quiet>10m</quiet></recency>
                </checks></kpi></datasets></suite>
                """)).isEqualTo(yaml);
        assertThat(annotated(WithoutMarker.class)).isEqualTo(yaml);
        assertThat(built(new DatasetSpec(LOCATION)
                        .recency(recency -> recency.arrival("99.5%").quiet("10m"))))
                .isEqualTo(yaml);
    }

    @LakeCheck(location = LOCATION, recency = @Recency(arrival = "99.5%", quiet = "10m"))
    private static final class WithoutMarker {}

    @Test
    void every_source_reads_the_hours_of_a_day() throws Exception {
        Suite yaml = yaml("""
                datasets:
                  kpi:
                    location: s3://refined/kpi/{date}/{HH}/
                    hours: [6-20, 22]
                    except: [2026-12-25, 2026-01-31T22]
                    checks: [ recency: {} ]
                """);

        assertThat(pom("""
                <suite><datasets><kpi><location>s3://refined/kpi/{date}/{HH}/</location>
                  <hours><hour>6-20</hour><hour>22</hour></hours>
                  <except><date>2026-12-25</date><hour>2026-01-31T22</hour></except>
                  <checks><recency/></checks>
                </kpi></datasets></suite>
                """)).isEqualTo(yaml);
        assertThat(annotated(Hourly.class)).isEqualTo(yaml);
        assertThat(built(new DatasetSpec("s3://refined/kpi/{date}/{HH}/")
                        .hours("6-20", "22")
                        .except("2026-12-25", "2026-01-31T22")
                        .recency(recency -> recency)))
                .isEqualTo(yaml);
    }

    @LakeCheck(
            location = "s3://refined/kpi/{date}/{HH}/",
            hours = {"6-20", "22"},
            except = {"2026-12-25", "2026-01-31T22"},
            recency = @Recency)
    private static final class Hourly {}

    @Test
    void every_source_reads_the_days_of_a_month() throws Exception {
        Suite yaml = yaml("""
                datasets:
                  kpi:
                    location: s3://refined/kpi/dt={date}/
                    days: [mon, 15th, last workday]
                    every: 2d from 2026-01-05
                    checks: [ recency: {} ]
                """);

        assertThat(pom("""
                <suite><datasets><kpi><location>s3://refined/kpi/dt={date}/</location>
                  <days><day>mon</day><day>15th</day><day>last workday</day></days>
                  <every>2d from 2026-01-05</every>
                  <checks><recency/></checks>
                </kpi></datasets></suite>
                """)).isEqualTo(yaml);
        assertThat(annotated(Monthly.class)).isEqualTo(yaml);
        assertThat(built(new DatasetSpec(LOCATION)
                        .days("mon", "15th", "last workday")
                        .every("2d from 2026-01-05")
                        .recency(recency -> recency)))
                .isEqualTo(yaml);
    }

    @LakeCheck(
            location = LOCATION,
            days = {"mon", "15th", "last workday"},
            every = "2d from 2026-01-05",
            recency = @Recency)
    private static final class Monthly {}

    @Test
    void every_source_reads_the_minutes_of_a_partition() throws Exception {
        Suite yaml = yaml("""
                datasets:
                  kpi:
                    location: s3://refined/kpi/{date}/{HHmm}/
                    period: 15m
                    checks: [ recency: {} ]
                """);

        assertThat(pom("""
                <suite><datasets><kpi><location>s3://refined/kpi/{date}/{HHmm}/</location>
                  <period>15m</period>
                  <checks><recency/></checks>
                </kpi></datasets></suite>
                """)).isEqualTo(yaml);
        assertThat(annotated(QuarterHours.class)).isEqualTo(yaml);
        assertThat(built(new DatasetSpec("s3://refined/kpi/{date}/{HHmm}/")
                        .period("15m")
                        .recency(recency -> recency)))
                .isEqualTo(yaml);
    }

    @LakeCheck(location = "s3://refined/kpi/{date}/{HHmm}/", period = "15m", recency = @Recency)
    private static final class QuarterHours {}

    @Test
    void an_annotation_selects_datasets_of_a_suite_file() throws IOException {
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

    @Test
    void an_annotation_selects_a_dataset_whose_name_is_in_the_lake() {
        Expectation expectation =
                Expectations.of(List.of(OfATenant.class), Optional.empty()).get(0);

        assertThat(expectation.suite(name -> Optional.empty()).datasets())
                .extracting(dataset -> dataset.location().toString())
                .containsExactly("s3://refined/tenant=a/orders/dt={date}/");
    }

    @LakeCheck(suite = "tenants.yml", dataset = "orders[tenant=a]")
    private static final class OfATenant {}

    @LakeCheck(suite = "suite.yml", dataset = "lea*", variables = "LAKE=s3://mine")
    private static final class OfAFile {}

    @Test
    void annotations_have_all_keys_of_the_suite_language() {
        assertThat(keys(Recency.class)).isEqualTo(SchemaKeys.of("checks", "recency"));
        assertThat(keys(Size.class)).isEqualTo(SchemaKeys.of("checks", "size"));
        assertThat(keys(Bounds.class))
                .isEqualTo(SchemaKeys.of("checks", "size", "objects"))
                .isEqualTo(SchemaKeys.of("checks", "size", "each"))
                .isEqualTo(SchemaKeys.of("checks", "size", "part"));
        assertThat(keys(Delta.class)).isEqualTo(SchemaKeys.of("checks", "delta"));
        assertThat(keys(Complete.class)).isEqualTo(SchemaKeys.of("checks", "complete"));
        assertThat(keys(LakeCheck.class)).containsAll(SchemaKeys.of("checks"));
    }

    /** Annotations lack what belongs in suite files: metric dimensions, named calendars and several datasets. */
    @Test
    void annotations_have_all_keys_of_a_dataset() {
        Set<String> keys = new HashSet<>(keys(LakeCheck.class));
        keys.removeAll(Set.of("name", "partition", "asOf", "suite", "dataset", "variables"));
        keys.removeAll(SchemaKeys.of("checks"));
        keys.addAll(Set.of("checks", "dimensions", "calendar", "each", "new", "ended", "members"));

        assertThat(keys).isEqualTo(SchemaKeys.of());
    }

    @Test
    void annotations_and_builders_have_the_same_keys() {
        assertThat(keys(Recency.class)).isEqualTo(keys(RecencySpec.class));
        assertThat(keys(Size.class)).isEqualTo(keys(SizeSpec.class));
        assertThat(keys(Delta.class)).isEqualTo(keys(DeltaSpec.class));
        assertThat(keys(Complete.class)).isEqualTo(keys(CompleteSpec.class));
        assertThat(Stream.concat(
                        keys(DatasetSpec.class).stream(), Stream.of("location", "suite", "dataset", "variables")))
                .containsExactlyInAnyOrderElementsOf(keys(LakeCheck.class));
    }

    private static Set<String> keys(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.equals("toString"))
                .collect(Collectors.toSet());
    }

    private Suite yaml(String text) throws IOException {
        return SuiteFile.read(Files.writeString(directory.resolve("lakecheck.yml"), text), name -> Optional.empty());
    }

    /** Reads a suite from a POM, as the plugin does. */
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

    /** Returns the JSON report of a run on a lake with one partition. Its duration is replaced by zero. */
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
                .reportTo(new ReportFolder(folder).reporters(new ReportPages("suite")));
        return Files.readString(folder.resolve("lakecheck.json"));
    }

    private static Suite annotated(Class<?> type) {
        return Expectations.of(List.of(type), Optional.empty()).get(0).suite(name -> Optional.empty());
    }

    private static Suite built(DatasetSpec dataset) {
        return dataset.expectation(Origin.of("here")).suite(name -> Optional.empty());
    }
}
