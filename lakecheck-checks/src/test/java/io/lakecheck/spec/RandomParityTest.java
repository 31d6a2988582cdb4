// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Suite;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that generated suites result in the same suite, or in the same problems, from YAML, XML and Java. */
class RandomParityTest {

    private static final int TRIES = 300;

    @Test
    void generated_suites_mean_the_same_from_every_source() {
        int suites = 0;
        for (int seed = 0; seed < TRIES; seed++) {
            Node words = new RandomSuite(seed).make();
            Object said = outcome(reader -> reader.read(words));

            assertThat(outcome(reader -> reader.read(flow(words), Origin.of("flow.yml"))))
                    .as("seed %s in brackets", seed)
                    .isEqualTo(said);
            assertThat(outcome(reader -> reader.read(indented(words, 0), Origin.of("indented.yml"))))
                    .as("seed %s with indents", seed)
                    .isEqualTo(said);
            assertThat(outcome(reader -> reader.read(element("suite", words))))
                    .as("seed %s as XML", seed)
                    .isEqualTo(said);
            suites += said instanceof Suite ? 1 : 0;
        }
        assertThat(suites).as("suites that make sense").isBetween(TRIES / 20, TRIES);
    }

    /** Returns the suite, or its problems without their origins. */
    private static Object outcome(Function<SuiteReader, Suite> reading) {
        try {
            return reading.apply(Yaml.reader(Map.of()));
        } catch (SuiteProblemsException e) {
            return e.problems().stream()
                    .map(problem -> Problem.line(problem.what(), problem.remedy()))
                    .sorted()
                    .toList();
        }
    }

    private static String flow(Node node) {
        if (node instanceof Block block) {
            return block.entries().stream()
                    .map(entry -> flow(entry.name()) + ": " + flow(entry.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return node instanceof Items items
                ? items.nodes().stream().map(RandomParityTest::flow).collect(Collectors.joining(", ", "[", "]"))
                : "'" + ((Word) node).text() + "'";
    }

    private static String indented(Node node, int depth) {
        String indent = "\n" + "  ".repeat(depth);
        if (node instanceof Block block && !block.entries().isEmpty()) {
            return block.entries().stream()
                    .map(entry -> indent + entry.name().text() + ": " + indented(entry.value(), depth + 1))
                    .collect(Collectors.joining());
        }
        if (node instanceof Items items && !items.nodes().isEmpty()) {
            return items.nodes().stream()
                    .map(item -> indent + "- " + indented(item, depth + 1))
                    .collect(Collectors.joining());
        }
        return flow(node);
    }

    private static XmlElement element(String name, Node node) {
        Origin pom = Origin.of("pom.xml");
        if (node instanceof Block block) {
            return new XmlElement(
                    name,
                    "",
                    block.entries().stream()
                            .map(entry -> element(entry.name().text(), entry.value()))
                            .toList(),
                    pom);
        }
        if (node instanceof Items items) {
            return new XmlElement(
                    name, "", items.nodes().stream().map(RandomParityTest::item).toList(), pom);
        }
        return new XmlElement(name, ((Word) node).text(), List.of(), pom);
    }

    /**
     * Returns an item of a list as an element. A check is an element with the check's name; other items may have any
     * name.
     */
    private static XmlElement item(Node node) {
        return node instanceof Block block && block.entries().size() == 1
                ? element(
                        block.entries().get(0).name().text(),
                        block.entries().get(0).value())
                : element("item", node);
    }
}
