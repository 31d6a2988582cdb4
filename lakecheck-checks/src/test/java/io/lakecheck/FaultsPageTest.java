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

/** Keeps {@code docs/design/faults.md} what the tests say; {@code -Dlakecheck.update=true} rewrites it. */
class FaultsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "design", "faults.md");

    private static final String HEAD = """
            <!-- SPDX-License-Identifier: Apache-2.0 -->
            # Faults that lakecheck survives

            What may go wrong, what becomes of the run, and the tests that prove it. UNKNOWN never becomes PASSED, SKIPPED or zero
            bytes. This page is made of the tests themselves (`FaultsPageTest`); a fault without a test fails the build.

            | fault | what becomes of it | proved by |
            |---|---|---|
            """;

    private static final Map<Hazard, SortedSet<String>> PROOFS = proofs();

    @Test
    void every_fault_has_a_test() {
        assertThat(PROOFS).containsOnlyKeys(Hazard.values());
    }

    @Test
    void the_page_says_what_the_tests_say() {
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
                note(proofs, type.getAnnotationOfType(Survives.class), type.getSimpleName());
            }
            for (JavaMethod method : type.getMethods()) {
                if (method.isAnnotatedWith(Survives.class)) {
                    note(
                            proofs,
                            method.getAnnotationOfType(Survives.class),
                            type.getSimpleName() + "." + method.getName());
                }
            }
        }
        return proofs;
    }

    /** Without what they depend on, which would take many times as long. */
    private static JavaClasses tests() {
        URL here = FaultsPageTest.class.getProtectionDomain().getCodeSource().getLocation();
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importUrl(here);
        });
    }

    private static void note(Map<Hazard, SortedSet<String>> proofs, Survives survives, String test) {
        for (Hazard hazard : survives.value()) {
            proofs.computeIfAbsent(hazard, none -> new TreeSet<>()).add(test);
        }
    }
}
