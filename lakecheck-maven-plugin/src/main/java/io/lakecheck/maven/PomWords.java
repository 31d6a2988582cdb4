// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.spec.Element;
import io.lakecheck.spec.Origin;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Hands {@code <datasets>} of a POM inward as it was written. Maven keeps no lines of it, so each word tells its path instead. */
final class PomWords {

    private PomWords() {}

    /** The suite that has these datasets. */
    static Element of(PlexusConfiguration datasets) {
        Element words = element(datasets, "pom.xml <" + datasets.getName() + ">");
        return new Element("suite", "", List.of(words), Origin.of("pom.xml"));
    }

    private static Element element(PlexusConfiguration words, String path) {
        List<Element> children = Stream.of(words.getChildren())
                .map(child -> element(child, path + "/" + child.getName()))
                .toList();
        return new Element(
                words.getName(), Objects.requireNonNullElse(words.getValue(), ""), children, Origin.of(path));
    }
}
