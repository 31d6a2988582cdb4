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
import java.util.Optional;
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

    @TempDir
    Path folder;

    @Test
    void datasets_in_a_pom_are_the_datasets_of_a_file() throws Exception {
        Path file = Files.writeString(folder.resolve("lakecheck.yml"), YAML);

        assertThat(inline(POM)).isEqualTo(SuiteFile.read(file, name -> Optional.empty()));
    }

    @Test
    void what_is_wrong_is_told_with_its_path() {
        assertThatThrownBy(() -> inline(POM.replace("<min>195 kB</min>", "<min>195 kb</min>")))
                .isInstanceOf(SuiteProblemsException.class)
                .hasMessageContaining("pom.xml <datasets>/kpi-daily/checks/size/min: min: '195 kb' is no size");
    }

    private Suite inline(String pom) throws XmlPullParserException, IOException {
        XmlPlexusConfiguration datasets = new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(pom)));
        return new SuiteReader(folder, name -> Optional.empty()).read(PomWords.of(datasets));
    }
}
