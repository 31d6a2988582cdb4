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

class PomWordsTest {

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
    void datasets_in_a_pom_are_the_datasets_of_a_file() throws Exception {
        Path file = Files.writeString(folder.resolve("lakecheck.yml"), YAML);

        assertThat(inline(POM)).isEqualTo(SuiteFile.read(file, name -> Optional.empty()));
    }

    @Test
    void calendars_in_a_pom_are_the_calendars_of_a_file() throws Exception {
        Path file = Files.writeString(
                folder.resolve("lakecheck.yml"),
                "calendars: { uk-business: { days: weekdays, except: [2026-12-25, 2026-12-28] } }\n"
                        + YAML.replace("days: [mon, tue]", "calendar: uk-business"));

        assertThat(inline(CALENDARS, POM.replaceAll("<days>.*</days>", "<calendar>uk-business</calendar>")))
                .isEqualTo(SuiteFile.read(file, name -> Optional.empty()));
    }

    @Test
    void what_is_wrong_with_a_calendar_is_told_with_its_path() {
        assertThatThrownBy(() -> inline(CALENDARS.replace("weekdays", "workdays"), POM))
                .isInstanceOf(SuiteProblemsException.class)
                .hasMessageContaining("pom.xml <calendars>/uk-business/days: days: 'workdays' is no day");
        assertThatThrownBy(
                        () -> inline(CALENDARS, POM.replaceAll("<days>.*</days>", "<calendar>uk-busines</calendar>")))
                .hasMessageContaining(
                        "pom.xml <datasets>/kpi-daily/calendar: there is no calendar 'uk-busines'; did you mean"
                                + " uk-business?");
    }

    @Test
    void what_is_wrong_is_told_with_its_path() {
        assertThatThrownBy(() -> inline(POM.replace("<min>195 kB</min>", "<min>195 kb</min>")))
                .isInstanceOf(SuiteProblemsException.class)
                .hasMessageContaining("pom.xml <datasets>/kpi-daily/checks/size/min: min: '195 kb' is no size");
    }

    @Test
    void attributes_and_loose_text_are_refused_all_at_once() {
        String wrong = POM.replace("<kpi-daily>", "<kpi-daily zone='UTC'>")
                .replace("<checks>\n      <recency>", "<checks>\n      _SUCCESS, and\n      <recency>")
                .replace("<objects>", "1 MB<objects unit='1'>")
                .replace("<dataset>", "<!-- A comment is none. --><dataset name='leads'>");

        assertThatThrownBy(() -> inline(wrong))
                .isInstanceOf(SuiteProblemsException.class)
                .hasMessageContainingAll(
                        "5 problems",
                        "pom.xml <datasets>/kpi-daily: the attribute 'zone' says nothing here; write it as an element inside:"
                                + " <zone>…</zone>",
                        "pom.xml <datasets>/kpi-daily/checks: the text '_SUCCESS, and' stands beside elements and says nothing;"
                                + " put it into an element of its own, or leave it out",
                        "pom.xml <datasets>/kpi-daily/checks/size: the text '1 MB' stands beside elements",
                        "pom.xml <datasets>/kpi-daily/checks/size/objects: the attribute 'unit' says nothing here",
                        "pom.xml <datasets>/dataset: the attribute 'name' says nothing here");
    }

    @Test
    void what_maven_itself_reads_or_writes_is_no_word() throws Exception {
        String merging = POM.replace(
                        "<datasets>", "<datasets implementation='x' default-value='y' combine.self='override'>")
                .replace("<days>", "<days combine.children='append'>")
                .replace("<due>", "<due xml:space='preserve'>")
                .replace("<dataset>", "<dataset combine.id='leads'>");

        assertThat(inline(merging)).isEqualTo(inline(POM));
    }

    @Test
    void only_this_plugin_is_looked_at_for_loose_text_as_far_as_its_profile_is_active() throws IOException {
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
        PomText loose = PomText.in(List.of(pom), Set.of("on"));

        assertThat(loose.at("pom.xml <datasets>/a")).isEmpty();
        assertThat(loose.at("pom.xml <datasets>/on")).contains("loose");
        assertThat(loose.at("pom.xml <datasets>/off")).isEmpty();
        assertThat(loose.at("pom.xml <datasets>/b")).contains("loose");
        assertThat(loose.at("pom.xml <datasets>/b/c")).isEmpty();
    }

    @Test
    void datasets_are_at_home_in_the_nearest_pom_that_has_some() throws IOException {
        Path own = Files.writeString(folder.resolve("own.xml"), pom("<datasets>kpi-*</datasets>"));
        Path parent = Files.writeString(folder.resolve("parent.xml"), pom("<datasets><a/></datasets>"));
        Path farther = Files.writeString(folder.resolve("farther.xml"), pom("<datasets><b/></datasets>"));

        assertThat(PomText.in(List.of(own, parent, farther), Set.of()).home()).contains(parent);
        assertThat(PomText.in(List.of(own), Set.of()).home()).isEmpty();
    }

    private static String pom(String configuration) {
        return "<project><build><plugins><plugin><artifactId>lakecheck-maven-plugin</artifactId><configuration>"
                + configuration + "</configuration></plugin></plugins></build></project>";
    }

    @Test
    void a_pom_that_can_not_be_read_has_no_loose_text() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.xml"), "<!DOCTYPE project><project/>");

        assertThat(PomText.in(List.of(broken, folder.resolve("gone.xml")), Set.of())
                        .at("pom.xml <datasets>"))
                .isEmpty();
    }

    /** As Maven hands it on: what stands beside elements is gone, and can be found in the POM alone. */
    private Suite inline(String... words) throws XmlPullParserException, IOException {
        Path pom = Files.writeString(
                folder.resolve("pom.xml"),
                "<project><build><plugins><plugin><artifactId>lakecheck-maven-plugin</artifactId><configuration>"
                        + String.join("", words) + "</configuration></plugin></plugins></build></project>");
        List<PlexusConfiguration> read = new ArrayList<>();
        for (String xml : words) {
            read.add(new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(xml))));
        }
        return new SuiteReader(folder, name -> Optional.empty())
                .read(PomWords.of(read.stream(), PomText.in(List.of(pom), Set.of())));
    }
}
