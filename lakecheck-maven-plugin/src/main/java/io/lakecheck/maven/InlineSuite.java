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
 * Converts the elements {@code <datasets>} and {@code <calendars>} in a POM to the form that the suite reader expects.
 * Maven doesn't provide their line numbers, so the path of each element is given as its origin.
 */
final class InlineSuite {

    /** The attributes that control how Maven merges a POM with its parent. */
    private static final Set<String> MERGING =
            Set.of("combine.children", "combine.self", "combine.id", "combine.keys", "xml:space");

    /** The attributes that Maven copies from the plugin's descriptor to a parameter. */
    private static final Set<String> PARAMETER = Set.of("implementation", "default-value");

    private final PomFiles poms;

    private InlineSuite(PomFiles poms) {
        this.poms = poms;
    }

    /** Returns the suite that the given elements define. */
    static XmlElement of(Stream<PlexusConfiguration> elements, PomFiles poms) {
        InlineSuite suite = new InlineSuite(poms);
        return new XmlElement("suite", "", elements.map(suite::parameter).toList(), Origin.of("pom.xml"));
    }

    private XmlElement parameter(PlexusConfiguration element) {
        String path = "pom.xml <" + element.getName() + ">";
        List<String> attributes =
                attributes(element).filter(Predicate.not(PARAMETER::contains)).toList();
        // The value of a parameter's element is an expression such as ${lakecheck.datasets}, not the element's text, so
        // the text is read from the POM file.
        String text = poms.strayText(path).orElse("");
        return new XmlElement(element.getName(), attributes, text, children(element, path), Origin.of(path));
    }

    private List<XmlElement> children(PlexusConfiguration parent, String path) {
        return Stream.of(parent.getChildren())
                .map(child -> element(child, path + "/" + child.getName()))
                .toList();
    }

    private XmlElement element(PlexusConfiguration element, String path) {
        String text = poms.strayText(path).orElseGet(() -> Objects.requireNonNullElse(element.getValue(), ""));
        return new XmlElement(
                element.getName(), attributes(element).toList(), text, children(element, path), Origin.of(path));
    }

    private static Stream<String> attributes(PlexusConfiguration element) {
        return Stream.of(element.getAttributeNames()).filter(Predicate.not(MERGING::contains));
    }
}
