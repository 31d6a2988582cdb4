// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.spec.Origin;
import io.lakecheck.spec.XmlElement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Hands {@code <datasets>} and {@code <calendars>} of a POM inward as they were written. Maven keeps no lines of them,
 * so each word tells its path instead; nor does it keep text beside elements, which is looked for in the POMs
 * themselves.
 */
final class PomWords {

    /** What tells Maven how to merge a POM with its parent's, and is no word of ours. */
    private static final Set<String> MERGING =
            Set.of("combine.children", "combine.self", "combine.id", "combine.keys", "xml:space");

    /** What Maven itself writes at a parameter from the plugin's descriptor. */
    private static final Set<String> PARAMETER = Set.of("implementation", "default-value");

    private final PomText loose;

    private PomWords(PomText loose) {
        this.loose = loose;
    }

    /** The suite that says just this. */
    static XmlElement of(Stream<PlexusConfiguration> words, PomText loose) {
        PomWords pom = new PomWords(loose);
        return new XmlElement("suite", "", words.map(pom::root).toList(), Origin.of("pom.xml"));
    }

    private XmlElement root(PlexusConfiguration words) {
        String path = "pom.xml <" + words.getName() + ">";
        List<String> attributes =
                attributes(words).filter(Predicate.not(PARAMETER::contains)).toList();
        // Its own text is what Maven has put there: the property's name.
        String text = loose.at(path).orElse("");
        return new XmlElement(words.getName(), attributes, text, children(words, path), Origin.of(path));
    }

    private List<XmlElement> children(PlexusConfiguration parent, String path) {
        return Stream.of(parent.getChildren())
                .map(child -> element(child, path + "/" + child.getName()))
                .toList();
    }

    private XmlElement element(PlexusConfiguration words, String path) {
        String text = loose.at(path).orElseGet(() -> Objects.requireNonNullElse(words.getValue(), ""));
        return new XmlElement(
                words.getName(), attributes(words).toList(), text, children(words, path), Origin.of(path));
    }

    private static Stream<String> attributes(PlexusConfiguration words) {
        return Stream.of(words.getAttributeNames()).filter(Predicate.not(MERGING::contains));
    }
}
