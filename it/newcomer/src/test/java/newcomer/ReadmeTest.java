// SPDX-License-Identifier: Apache-2.0
package newcomer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what is compiled and run here. */
class ReadmeTest {

    @Test
    void shows_the_test_that_runs_here() throws IOException {
        String source = Files.readString(Path.of("src", "test", "java", "example", "KpiJobTest.java"));

        assertEquals(
                source.substring(source.indexOf("import ")),
                Readme.between("junit test").replaceAll("(?m)^```(java)?\n", ""));
    }

    @Test
    void shows_the_dependencies_that_this_module_has() throws IOException {
        assertEquals(artifacts(Files.readString(Path.of("pom.xml"))), artifacts(Readme.between("junit pom")));
    }

    @Test
    void shows_versions_that_the_build_has() throws IOException {
        String parent = Files.readString(Path.of("..", "..", "pom.xml"));

        for (String version : matches("<version>([^<]+)</version>", Readme.between("junit pom"))) {
            assertTrue(
                    parent.contains(">" + version + "<"),
                    () -> "version " + version + " of the README is not the build's");
        }
    }

    /** Without JUnit: who writes tests has it. */
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
