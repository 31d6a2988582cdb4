// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Suite;
import io.lakecheck.spec.XmlElement;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteSourceTest {

    private static final String DATASETS = "<datasets><kpi><location>lake/{date}/</location>"
            + "<calendar>fridays</calendar><checks><recency/></checks></kpi></datasets>";

    private static final String CALENDARS = "<calendars><fridays><days>fri</days></fridays></calendars>";

    @TempDir
    Path folder;

    @Test
    void datasets_in_a_pom_share_the_calendars_of_the_pom() throws Exception {
        Suite suite = read(Optional.empty(), Optional.of(DATASETS), Optional.of(CALENDARS));

        assertThat(suite.datasets().get(0).calendar().days().weekdays()).hasSize(1);
    }

    @Test
    void calendars_in_a_pom_need_datasets_in_the_pom() throws IOException {
        Path file = Files.writeString(
                folder.resolve("lakecheck.yml"),
                "datasets: { kpi: { location: \"lake/{date}/\", checks: [ recency: {} ] } }");

        assertThatThrownBy(() -> read(Optional.of(file), Optional.empty(), Optional.of(CALENDARS)))
                .hasMessageContainingAll("pom.xml: ", "<calendars>", "<datasets>", "suite file");
    }

    @Test
    void rejects_a_suite_file_together_with_datasets_in_the_pom() {
        Path file = folder.resolve("lakecheck.yml");

        assertThatThrownBy(() -> read(Optional.of(file), Optional.of(DATASETS), Optional.of(CALENDARS)))
                .hasMessageContainingAll("pom.xml: ", "<suite>", "<datasets>");
    }

    private Suite read(Optional<Path> file, Optional<String> datasets, Optional<String> calendars)
            throws XmlPullParserException, IOException {
        Optional<PlexusConfiguration> shared = element(calendars);
        Optional<XmlElement> inline = element(datasets)
                .map(datasetsElement -> InlineSuite.of(
                        Stream.concat(shared.stream(), Stream.of(datasetsElement)),
                        PomFiles.read(List.of(), Set.of())));
        return new SuiteSource(file, inline, shared, Optional.empty(), folder).read(name -> Optional.empty());
    }

    private static Optional<PlexusConfiguration> element(Optional<String> xml)
            throws XmlPullParserException, IOException {
        return xml.isEmpty()
                ? Optional.empty()
                : Optional.of(new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(xml.get()))));
    }
}
