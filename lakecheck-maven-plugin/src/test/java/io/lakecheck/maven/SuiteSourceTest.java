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
    void datasets_in_a_pom_share_the_calendars_beside_them() throws Exception {
        Suite suite = read(Optional.empty(), Optional.of(DATASETS), Optional.of(CALENDARS));

        assertThat(suite.datasets().get(0).calendar().days()).hasSize(1);
    }

    @Test
    void calendars_in_a_pom_are_for_datasets_in_a_pom() throws IOException {
        Path file = Files.writeString(
                folder.resolve("lakecheck.yml"),
                "datasets: { kpi: { location: \"lake/{date}/\", checks: [ recency: {} ] } }");

        assertThatThrownBy(() -> read(Optional.of(file), Optional.empty(), Optional.of(CALENDARS)))
                .hasMessage("pom.xml: <calendars> are there without <datasets>; write them into the suite file");
    }

    @Test
    void a_suite_file_and_datasets_in_a_pom_exclude_each_other() {
        Path file = folder.resolve("lakecheck.yml");

        assertThatThrownBy(() -> read(Optional.of(file), Optional.of(DATASETS), Optional.of(CALENDARS)))
                .hasMessage("pom.xml: both <suite> and <datasets> are there; leave one of them out");
    }

    private Suite read(Optional<Path> file, Optional<String> datasets, Optional<String> calendars)
            throws XmlPullParserException, IOException {
        Optional<PlexusConfiguration> shared = words(calendars);
        Optional<XmlElement> inline = words(datasets)
                .map(said ->
                        PomWords.of(Stream.concat(shared.stream(), Stream.of(said)), PomText.in(List.of(), Set.of())));
        return new SuiteSource(file, inline, shared, Optional.empty(), folder)
                .read(name -> Optional.empty())
                .get();
    }

    private static Optional<PlexusConfiguration> words(Optional<String> xml)
            throws XmlPullParserException, IOException {
        return xml.isEmpty()
                ? Optional.empty()
                : Optional.of(new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(xml.get()))));
    }
}
