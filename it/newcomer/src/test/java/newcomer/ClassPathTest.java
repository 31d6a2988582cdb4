// SPDX-License-Identifier: Apache-2.0
package newcomer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the documentation lists all jars that lakecheck adds to a test's class path, and that none of them
 * conflicts with the user's.
 */
class ClassPathTest {

    /** The groups of JUnit and its dependencies, which users have on the class path anyway. */
    private static final List<String> OWN = List.of("org.apiguardian", "org.junit", "org.opentest4j");

    @Test
    void has_the_documented_jars() {
        assertEquals(table(), Page.JUNIT.between("class path"), "update the table of jars in docs/junit.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ch.qos.logback.classic.Logger",
                "org.apache.logging.log4j.core.Logger",
                "org.slf4j.simple.SimpleLogger",
                "org.springframework.core.SpringVersion",
                "org.assertj.core.api.Assertions",
                "org.testcontainers.DockerClientFactory"
            })
    void has_no_logging_backend_and_no_framework(String type) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(type));
    }

    private static String table() {
        Map<String, List<String>> jars = Stream.of(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .map(Path::of)
                .map(ClassPathTest::jar)
                .flatMap(Optional::stream)
                .filter(jar -> OWN.stream().noneMatch(jar.get(0)::startsWith))
                .collect(Collectors.groupingBy(
                        jar -> jar.get(0), TreeMap::new, Collectors.mapping(jar -> jar.get(1), Collectors.toList())));
        int all = jars.values().stream().mapToInt(List::size).sum();
        return jars.entrySet().stream()
                .map(group -> "| " + group.getKey() + " | " + group.getValue().size() + " |\n")
                .collect(Collectors.joining("", "| from | jars |\n|---|---|\n", "| all | " + all + " |\n"));
    }

    /**
     * Returns the group ID and the file name of a jar, derived from its path in the local repository or, for
     * lakecheck's own jars, in the build.
     */
    private static Optional<List<String>> jar(Path entry) {
        Path repository = Path.of(System.getProperty("newcomer.repository")).toAbsolutePath();
        if (entry.startsWith(repository)) {
            Path place = repository.relativize(entry);
            String group = place.subpath(0, place.getNameCount() - 3).toString().replace(File.separatorChar, '.');
            return Optional.of(List.of(group, entry.getFileName().toString()));
        }
        return entry.toString().contains("lakecheck-")
                ? Optional.of(List.of("io.lakecheck", entry.toString()))
                : Optional.empty();
    }
}
