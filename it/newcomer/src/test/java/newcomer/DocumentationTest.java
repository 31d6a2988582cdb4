// SPDX-License-Identifier: Apache-2.0
package newcomer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that each sample in the documentation is part of a test that is compiled and run. */
class DocumentationTest {

    /**
     * The directories with these tests. The samples that need AssertJ or Spring are in another module, because those
     * are not on the class path here.
     */
    private static final List<Path> SOURCES =
            List.of(Path.of("src", "test", "java"), Path.of("..", "consumers", "src", "it", "consumers"));

    @Test
    void every_java_sample_is_part_of_a_test() throws IOException {
        List<String> tests = tests();
        List<String> samples = Stream.of(Page.README, Page.JUNIT)
                .flatMap(page -> page.javaSamples().stream())
                .toList();

        assertEquals(10, samples.size(), "Java samples in README.md and docs/junit.md");
        for (String sample : samples) {
            assertTrue(
                    tests.stream().anyMatch(test -> test.contains(unindented(sample))),
                    () -> "not part of any test:\n" + sample);
        }
    }

    @Test
    void the_documented_dependencies_are_those_of_this_module() throws IOException {
        assertEquals(artifacts(Files.readString(Path.of("pom.xml"))), artifacts(Page.JUNIT.between("junit pom")));
    }

    @Test
    void the_documented_versions_are_those_of_the_build() throws IOException {
        String parent = Files.readString(Path.of("..", "..", "pom.xml"));
        List<String> versions = matches("<version>([^<]+)</version>", Page.JUNIT.between("junit pom"));

        assertFalse(versions.isEmpty());
        for (String version : versions) {
            assertTrue(parent.contains(">" + version + "<"), () -> version + " is not a version in pom.xml");
        }
    }

    private static List<String> tests() throws IOException {
        List<String> tests = new ArrayList<>();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(DocumentationTest::read)
                        .map(DocumentationTest::unindented)
                        .forEach(tests::add);
            }
        }
        return tests;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
    }

    /** Returns the artifacts in a POM except JUnit, because every project with tests has it anyway. */
    private static List<String> artifacts(String pom) {
        return matches("<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)", pom).stream()
                .filter(artifact -> !artifact.equals("junit-jupiter"))
                .toList();
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
