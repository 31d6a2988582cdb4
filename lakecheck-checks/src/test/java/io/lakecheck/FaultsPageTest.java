// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Checks that {@code docs/design/faults.md} agrees with the tests. Run with {@code -Dlakecheck.update=true} to rewrite
 * the page.
 */
class FaultsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "design", "faults.md");

    private static final String HEAD = """
            <!-- SPDX-License-Identifier: Apache-2.0 -->
            # Faults that lakecheck survives

            For contributors: the faults that are tested, what the run does, and the tests. UNKNOWN never becomes PASSED, SKIPPED
            or zero bytes. `FaultsPageTest` generates this page from the tests; a fault without a test fails the build.

            | fault | result | tests |
            |---|---|---|
            """;

    private static final Map<Hazard, SortedSet<String>> PROOFS = proofs();

    @Test
    void every_fault_has_a_test() {
        assertThat(PROOFS).containsOnlyKeys(Hazard.values());
    }

    @Test
    void the_page_lists_faults_outcomes_and_tests() {
        String page =
                HEAD + Arrays.stream(Hazard.values()).map(FaultsPageTest::row).collect(Collectors.joining("\n")) + "\n";

        GeneratedFile.check(PAGE, page);
    }

    private static String row(Hazard hazard) {
        return "| " + hazard.fault() + " | " + hazard.outcome() + " | "
                + PROOFS.getOrDefault(hazard, new TreeSet<>()).stream()
                        .map(test -> "`" + test + "`")
                        .collect(Collectors.joining("<br>"))
                + " |";
    }

    private static Map<Hazard, SortedSet<String>> proofs() {
        Map<Hazard, SortedSet<String>> proofs = new EnumMap<>(Hazard.class);
        for (JavaClass type : tests()) {
            if (type.isAnnotatedWith(Survives.class)) {
                add(proofs, type.getAnnotationOfType(Survives.class), type.getSimpleName());
            }
            for (JavaMethod method : type.getMethods()) {
                if (method.isAnnotatedWith(Survives.class)) {
                    add(
                            proofs,
                            method.getAnnotationOfType(Survives.class),
                            type.getSimpleName() + "." + method.getName());
                }
            }
        }
        return proofs;
    }

    /** Imports the tests without their dependencies, because importing those too would take many times as long. */
    private static JavaClasses tests() {
        URL here = FaultsPageTest.class.getProtectionDomain().getCodeSource().getLocation();
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importUrl(here);
        });
    }

    private static void add(Map<Hazard, SortedSet<String>> proofs, Survives survives, String test) {
        for (Hazard hazard : survives.value()) {
            proofs.computeIfAbsent(hazard, none -> new TreeSet<>()).add(test);
        }
    }
}
