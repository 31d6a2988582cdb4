// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What Maven forgets of {@code <calendars>} and {@code <datasets>} while it reads POM files: in which of them they
 * stand, and text that stands beside elements, by the path of the element around it, so that somebody hears of a word
 * that lost its element. Profiles that are not active and parents that come from a repository are not looked at.
 */
final class PomText {

    private static final String PLUGIN = "lakecheck-maven-plugin";

    private final Map<String, String> byPath = new HashMap<>();

    private final Set<String> profiles;

    private @Nullable Path home;

    private PomText(Set<String> profiles) {
        this.profiles = profiles;
    }

    /**
     * Reads outside of profiles and in those named.
     *
     * @param poms the module's own first, then its parent's
     */
    static PomText in(List<Path> poms, Set<String> profiles) {
        PomText text = new PomText(profiles);
        poms.forEach(text::readPom);
        return text;
    }

    /** The nearest of the files in which datasets stand; empty where they stand in none of them. */
    Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    /** What stands loose at a path such as {@code pom.xml <datasets>/kpi-daily/checks}. */
    Optional<String> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private void readPom(Path pom) {
        try (var bytes = Files.newInputStream(pom)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default one prints.
            builder.setErrorHandler(new DefaultHandler());
            nodes(builder.parse(bytes).getElementsByTagName("plugin"))
                    .map(Element.class::cast)
                    .filter(this::isOurs)
                    .flatMap(plugin -> Stream.of("calendars", "datasets").map(plugin::getElementsByTagName))
                    .flatMap(PomText::nodes)
                    .map(Element.class::cast)
                    .forEach(words -> {
                        read(words, "pom.xml <" + words.getTagName() + ">");
                        if (home == null
                                && words.getTagName().equals("datasets")
                                && nodes(words.getChildNodes()).anyMatch(Element.class::isInstance)) {
                            home = pom;
                        }
                    });
        } catch (IOException | SAXException | ParserConfigurationException e) {
            // Maven has read this POM, so it is none that we could complain about: it has a DOCTYPE, or is gone since.
        }
    }

    private boolean isOurs(Element plugin) {
        return says(plugin, "artifactId", PLUGIN::equals)
                && Stream.iterate(plugin.getParentNode(), Objects::nonNull, Node::getParentNode)
                        .filter(above -> above.getNodeName().equals("profile"))
                        .allMatch(profile -> says(profile, "id", profiles::contains));
    }

    private static boolean says(Node parent, String name, Predicate<String> what) {
        return nodes(parent.getChildNodes())
                .anyMatch(child -> child.getNodeName().equals(name)
                        && what.test(child.getTextContent().strip()));
    }

    private void read(Element element, String path) {
        List<Element> children = nodes(element.getChildNodes())
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
        String text = nodes(element.getChildNodes())
                .filter(Text.class::isInstance)
                .map(Node::getNodeValue)
                .collect(Collectors.joining())
                .strip();
        if (!children.isEmpty() && !text.isEmpty()) {
            byPath.putIfAbsent(path, text);
        }
        children.forEach(child -> read(child, path + "/" + child.getTagName()));
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }
}
