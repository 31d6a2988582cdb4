// SPDX-License-Identifier: Apache-2.0
package newcomer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.File;
import java.io.IOException;
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

/** What lakecheck puts on a test's class path is what the README says, and nothing that gets in a user's way. */
class ClassPathTest {

    /** JUnit and what it is made of: the user's own. */
    private static final List<String> OWN = List.of("org.apiguardian", "org.junit", "org.opentest4j");

    @Test
    void holds_what_the_readme_lists() throws IOException {
        assertEquals(table(), Readme.between("class path"), "the table of jars in README.md; this is how it is");
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

    /** Group and artifact by the place in the local repository; lakecheck's own come out of the build. */
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
