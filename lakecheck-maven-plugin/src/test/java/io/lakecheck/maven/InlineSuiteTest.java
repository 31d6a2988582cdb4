// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Suite;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.spec.SuiteProblemsException;
import io.lakecheck.spec.SuiteReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InlineSuiteTest {

    private static final String POM = """
            <datasets>
              <kpi-daily>
                <location>s3://refined/kpi/dt={date}/</location>
                <zone>Europe/London</zone>
                <due>6h</due>
                <days><day>mon</day><day>tue</day></days>
                <checks>
                  <recency><marker>_SUCCESS</marker></recency>
                  <size><min>195 kB</min><objects><max>20</max></objects></size>
                  <delta><against>previous</against><drop>30%</drop></delta>
                  <delta><against>previous</against><drop>60%</drop><severity>warn</severity></delta>
                </checks>
              </kpi-daily>
              <dataset>
                <name>leads (daily)</name>
                <location>lake/leads/{date}/</location>
                <checks><recency/></checks>
              </dataset>
            </datasets>
            """;

    private static final String YAML = """
            datasets:
              kpi-daily:
                location: s3://refined/kpi/dt={date}/
                zone: Europe/London
                due: 6h
                days: [mon, tue]
                checks:
                  - recency: { marker: _SUCCESS }
                  - size: { min: 195 kB, objects: { max: 20 } }
                  - delta: { against: previous, drop: 30% }
                  - delta: { against: previous, drop: 60%, severity: warn }
              leads (daily):
                location: lake/leads/{date}/
                checks:
                  - recency:
            """;

    private static final String CALENDARS = """
            <calendars>
              <uk-business>
                <days>weekdays</days>
                <except><day>2026-12-25</day><day>2026-12-28</day></except>
              </uk-business>
            </calendars>
            """;

    @TempDir
    Path folder;

    @Test
    void datasets_in_a_pom_equal_those_in_a_file() throws Exception {
        Path file = Files.writeString(folder.resolve("lakecheck.yml"), YAML);

        assertThat(inline(POM)).isEqualTo(SuiteFile.read(file, name -> Optional.empty()));
    }

    @Test
    void calendars_in_a_pom_equal_those_in_a_file() throws Exception {
        Path file = Files.writeString(
                folder.resolve("lakecheck.yml"),
                "calendars: { uk-business: { days: weekdays, except: [2026-12-25, 2026-12-28] } }\n"
                        + YAML.replace("days: [mon, tue]", "calendar: uk-business"));

        assertThat(inline(CALENDARS, POM.replaceAll("<days>.*</days>", "<calendar>uk-business</calendar>")))
                .isEqualTo(SuiteFile.read(file, name -> Optional.empty()));
    }

    @Test
    void a_problem_in_a_calendar_has_the_path_of_its_element() {
        assertThatThrownBy(() -> inline(CALENDARS.replace("weekdays", "workdays"), POM))
                .isInstanceOf(SuiteProblemsException.class)
                .hasMessageContaining("pom.xml <calendars>/uk-business/days: ");
        assertThatThrownBy(
                        () -> inline(CALENDARS, POM.replaceAll("<days>.*</days>", "<calendar>uk-busines</calendar>")))
                .hasMessageContainingAll("pom.xml <datasets>/kpi-daily/calendar: ", "'uk-busines'", "uk-business");
    }

    @Test
    void a_problem_in_a_dataset_has_the_path_of_its_element() {
        assertThatThrownBy(() -> inline(POM.replace("<min>195 kB</min>", "<min>195 kb</min>")))
                .isInstanceOf(SuiteProblemsException.class)
                .hasMessageContaining("pom.xml <datasets>/kpi-daily/checks/size/min: ");
    }

    @Test
    void rejects_all_attributes_and_stray_text_at_once() {
        String wrong = POM.replace("<kpi-daily>", "<kpi-daily zone='UTC'>")
                .replace("<checks>\n      <recency>", "<checks>\n      _SUCCESS, and\n      <recency>")
                .replace("<objects>", "1 MB<objects unit='1'>")
                .replace("<dataset>", "<!-- A comment is ignored. --><dataset name='leads'>");

        assertThatThrownBy(() -> inline(wrong))
                .isInstanceOf(SuiteProblemsException.class)
                .hasMessageContainingAll(
                        "5 problems",
                        "pom.xml <datasets>/kpi-daily: ",
                        "'zone'",
                        "<zone>…</zone>",
                        "pom.xml <datasets>/kpi-daily/checks: ",
                        "'_SUCCESS, and'",
                        "pom.xml <datasets>/kpi-daily/checks/size: ",
                        "'1 MB'",
                        "pom.xml <datasets>/kpi-daily/checks/size/objects: ",
                        "'unit'",
                        "pom.xml <datasets>/dataset: ",
                        "'name'");
    }

    @Test
    void ignores_attributes_that_maven_uses() throws Exception {
        String merging = POM.replace(
                        "<datasets>", "<datasets implementation='x' default-value='y' combine.self='override'>")
                .replace("<days>", "<days combine.children='append'>")
                .replace("<due>", "<due xml:space='preserve'>")
                .replace("<dataset>", "<dataset combine.id='leads'>");

        assertThat(inline(merging)).isEqualTo(inline(POM));
    }

    @Test
    void finds_stray_text_of_this_plugin_in_active_profiles_only() throws IOException {
        Path pom = Files.writeString(folder.resolve("pom.xml"), """
                <project>
                  <build>
                    <plugins>
                      <plugin>
                        <artifactId>another-maven-plugin</artifactId>
                        <configuration><datasets><a>loose<b/></a></datasets></configuration>
                      </plugin>
                      <plugin>
                        <artifactId>lakecheck-maven-plugin</artifactId>
                        <executions>
                          <execution>
                            <configuration><datasets><b>lo<!-- -->o<![CDATA[s]]>e<c>own</c></b></datasets></configuration>
                          </execution>
                        </executions>
                      </plugin>
                    </plugins>
                  </build>
                  <profiles>
                    <profile>
                      <id>on</id>
                      <build><plugins><plugin>
                        <artifactId>lakecheck-maven-plugin</artifactId>
                        <configuration><datasets><on>loose<b/></on></datasets></configuration>
                      </plugin></plugins></build>
                    </profile>
                    <profile>
                      <id>off</id>
                      <build><plugins><plugin>
                        <artifactId>lakecheck-maven-plugin</artifactId>
                        <configuration><datasets><off>loose<b/></off></datasets></configuration>
                      </plugin></plugins></build>
                    </profile>
                  </profiles>
                </project>
                """);
        PomFiles poms = PomFiles.read(List.of(pom), Set.of("on"));

        assertThat(poms.strayText("pom.xml <datasets>/a")).isEmpty();
        assertThat(poms.strayText("pom.xml <datasets>/on")).contains("loose");
        assertThat(poms.strayText("pom.xml <datasets>/off")).isEmpty();
        assertThat(poms.strayText("pom.xml <datasets>/b")).contains("loose");
        assertThat(poms.strayText("pom.xml <datasets>/b/c")).isEmpty();
    }

    @Test
    void finds_the_nearest_pom_that_defines_datasets() throws IOException {
        Path own = Files.writeString(folder.resolve("own.xml"), pom("<datasets>kpi-*</datasets>"));
        Path parent = Files.writeString(folder.resolve("parent.xml"), pom("<datasets><a/></datasets>"));
        Path farther = Files.writeString(folder.resolve("farther.xml"), pom("<datasets><b/></datasets>"));

        assertThat(PomFiles.read(List.of(own, parent, farther), Set.of()).datasetsFile())
                .contains(parent);
        assertThat(PomFiles.read(List.of(own), Set.of()).datasetsFile()).isEmpty();
    }

    private static String pom(String configuration) {
        return "<project><build><plugins><plugin><artifactId>lakecheck-maven-plugin</artifactId><configuration>"
                + configuration + "</configuration></plugin></plugins></build></project>";
    }

    @Test
    void ignores_a_pom_that_can_not_be_read() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.xml"), "<!DOCTYPE project><project/>");

        assertThat(PomFiles.read(List.of(broken, folder.resolve("gone.xml")), Set.of())
                        .strayText("pom.xml <datasets>"))
                .isEmpty();
    }

    /** Reads elements as Maven provides them: they lack text next to child elements, which is only in the POM file. */
    private Suite inline(String... elements) throws XmlPullParserException, IOException {
        Path pom = Files.writeString(
                folder.resolve("pom.xml"),
                "<project><build><plugins><plugin><artifactId>lakecheck-maven-plugin</artifactId><configuration>"
                        + String.join("", elements) + "</configuration></plugin></plugins></build></project>");
        List<PlexusConfiguration> read = new ArrayList<>();
        for (String xml : elements) {
            read.add(new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(xml))));
        }
        return new SuiteReader(folder, name -> Optional.empty())
                .read(InlineSuite.of(read.stream(), PomFiles.read(List.of(pom), Set.of())));
    }
}
