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
 * Information about {@code <calendars>} and {@code <datasets>} that Maven doesn't keep when it reads POM files: which
 * file contains them, and any text next to child elements, which is reported as a mistake. Elements in active profiles
 * are included. Parent POMs from a repository are ignored.
 */
final class PomFiles {

    private static final String PLUGIN = "lakecheck-maven-plugin";

    private final Map<String, String> strayTexts = new HashMap<>();

    private final Set<String> profiles;

    private @Nullable Path datasetsFile;

    private PomFiles(Set<String> profiles) {
        this.profiles = profiles;
    }

    /**
     * Reads POM files.
     *
     * @param poms the module's own POM, followed by its parents
     * @param profiles the IDs of the active profiles
     */
    static PomFiles read(List<Path> poms, Set<String> profiles) {
        PomFiles files = new PomFiles(profiles);
        poms.forEach(files::readPom);
        return files;
    }

    /**
     * Returns the POM file that defines datasets, or empty if none does. If several do, the module's own POM takes
     * precedence over its parents.
     */
    Optional<Path> datasetsFile() {
        return Optional.ofNullable(datasetsFile);
    }

    /**
     * Returns the text next to the child elements of an element.
     *
     * @param path the path of the element, such as {@code pom.xml <datasets>/kpi-daily/checks}.
     */
    Optional<String> strayText(String path) {
        return Optional.ofNullable(strayTexts.get(path));
    }

    private void readPom(Path pom) {
        try (var bytes = Files.newInputStream(pom)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The parser's own error handler would print to the console; this one doesn't.
            builder.setErrorHandler(new DefaultHandler());
            elements(builder.parse(bytes).getElementsByTagName("plugin"))
                    .filter(this::isActive)
                    .flatMap(plugin -> Stream.of("calendars", "datasets").map(plugin::getElementsByTagName))
                    .flatMap(PomFiles::elements)
                    .forEach(configuration -> readConfiguration(configuration, pom));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            // Maven has read this POM, so it is valid XML. Either it has a DOCTYPE, or it has been deleted since.
        }
    }

    /** Returns whether the element is the lakecheck plugin and is not in an inactive profile. */
    private boolean isActive(Element plugin) {
        return hasChild(plugin, "artifactId", PLUGIN::equals)
                && Stream.iterate(plugin.getParentNode(), Objects::nonNull, Node::getParentNode)
                        .filter(above -> above.getNodeName().equals("profile"))
                        .allMatch(profile -> hasChild(profile, "id", profiles::contains));
    }

    private static boolean hasChild(Node parent, String name, Predicate<String> text) {
        return elements(parent.getChildNodes())
                .anyMatch(child -> child.getNodeName().equals(name)
                        && text.test(child.getTextContent().strip()));
    }

    private void readConfiguration(Element configuration, Path pom) {
        readElement(configuration, "pom.xml <" + configuration.getTagName() + ">");
        if (datasetsFile == null
                && configuration.getTagName().equals("datasets")
                && elements(configuration.getChildNodes()).findAny().isPresent()) {
            datasetsFile = pom;
        }
    }

    private void readElement(Element element, String path) {
        List<Element> children = elements(element.getChildNodes()).toList();
        String text = nodes(element.getChildNodes())
                .filter(Text.class::isInstance)
                .map(Node::getNodeValue)
                .collect(Collectors.joining())
                .strip();
        if (!children.isEmpty() && !text.isEmpty()) {
            strayTexts.putIfAbsent(path, text);
        }
        children.forEach(child -> readElement(child, path + "/" + child.getTagName()));
    }

    private static Stream<Element> elements(NodeList list) {
        return nodes(list).filter(Element.class::isInstance).map(Element.class::cast);
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }
}
