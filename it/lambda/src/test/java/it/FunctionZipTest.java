// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the content of the function's zip file: as built, and with a suite that the goal package-lambda has added. The
 * test {@code reproducible} of {@code it/builds} builds the former twice.
 */
class FunctionZipTest {

    @TempDir
    private static Path folder;

    private static FunctionZip packaged;

    @BeforeAll
    static void packageLambda() throws IOException {
        packaged = packaged("one", Map.of());
    }

    private static FunctionZip packaged(String name, Map<String, String> environment) throws IOException {
        Path project = Files.createDirectories(folder.resolve(name));
        Files.writeString(project.resolve("lakecheck.yml"), """
                holidays: bank.txt
                datasets:
                  kpi: { location: "s3://refined/kpi/{date}/", days: weekdays, checks: [ size: { min: 1 } ] }
                """);
        Files.writeString(project.resolve("bank.txt"), "2026-12-25 Christmas\n");
        new Maven(project, environment).run("package-lambda");
        return new FunctionZip(project.resolve("target/lakecheck-function.zip"));
    }

    static Stream<FunctionZip> both() {
        return Stream.of(FunctionZip.built(), packaged);
    }

    @ParameterizedTest
    @MethodSource("both")
    void own_classes_are_at_the_root_and_libraries_below_lib(FunctionZip zip) throws IOException {
        assertThat(zip.names())
                .contains("io/lakecheck/lambda/LakecheckHandler.class")
                .allMatch(name -> name.matches("io/(lakecheck/(lambda/[\\w$-]+\\.class|lambda/)?)?"
                        + "|META-INF/.*|lib/([^/]+\\.jar)?|lakecheck\\.yml|bank\\.txt"))
                .anyMatch(name -> name.matches("lib/lakecheck-checks-.*\\.jar"))
                .anyMatch(name -> name.matches("lib/aws-lambda-java-core-.*\\.jar"))
                .noneMatch(name -> name.contains("netty") || name.contains("junit") || name.contains("test"));
    }

    @Test
    void the_goal_adds_the_suite_and_its_files_and_changes_nothing_else() throws IOException {
        Map<String, Long> expected = new HashMap<>(checksums(FunctionZip.built()));
        Map<String, Long> actual = checksums(packaged);

        assertThat(actual).containsAllEntriesOf(expected);
        expected.keySet().forEach(actual::remove);
        assertThat(actual).containsOnlyKeys("lakecheck.yml", "bank.txt");
    }

    private static Map<String, Long> checksums(FunctionZip zip) throws IOException {
        Map<String, Long> checksums = new HashMap<>();
        try (ZipFile file = new ZipFile(zip.file().toFile())) {
            file.stream().forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
        }
        return checksums;
    }

    /** A shaded library would be at the root, or would contain the classes of another one. */
    @ParameterizedTest
    @MethodSource("both")
    void nothing_is_shaded(FunctionZip zip) throws IOException {
        Map<String, String> origins = new HashMap<>();
        for (Map.Entry<String, List<String>> jar : contents(zip).entrySet()) {
            for (String name : jar.getValue()) {
                if (name.endsWith(".class") && !name.endsWith("module-info.class") && !name.startsWith("META-INF/")) {
                    assertThat(origins.put(name, jar.getKey()))
                            .as("%s in %s", name, jar.getKey())
                            .isNull();
                }
            }
        }
        assertThat(origins).hasSizeGreaterThan(5000).doesNotContainKey("io/lakecheck/lambda/LakecheckHandler.class");
    }

    @ParameterizedTest
    @MethodSource("both")
    void it_is_smaller_than_25_megabytes(FunctionZip zip) throws IOException {
        assertThat(Files.size(zip.file())).isBetween(5_000_000L, 25_000_000L);
    }

    @ParameterizedTest
    @MethodSource("both")
    void it_contains_no_native_code(FunctionZip zip) throws IOException {
        assertThat(contents(zip).values().stream().flatMap(List::stream))
                .noneMatch(name -> name.matches(".*\\.(so|dll|dylib|jnilib)"));
    }

    /** Returns the names of the files in each library. */
    private static Map<String, List<String>> contents(FunctionZip zip) throws IOException {
        Map<String, List<String>> contents = new HashMap<>();
        try (ZipFile file = new ZipFile(zip.file().toFile())) {
            for (ZipEntry jar : file.stream()
                    .filter(each -> each.getName().endsWith(".jar"))
                    .toList()) {
                try (ZipInputStream in = new ZipInputStream(file.getInputStream(jar))) {
                    List<String> names = new ArrayList<>();
                    for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                        names.add(each.getName());
                    }
                    contents.put(jar.getName(), names);
                }
            }
        }
        return contents;
    }

    @ParameterizedTest
    @MethodSource("both")
    void all_entries_have_the_time_of_the_build(FunctionZip zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.file().toFile())) {
            assertThat(file.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
        }
    }

    @Test
    void packaging_again_elsewhere_gives_the_same_bytes() throws IOException {
        FunctionZip again = packaged(
                "two", Map.of("MAVEN_OPTS", "-Duser.timezone=Pacific/Apia -Duser.language=de -Duser.country=DE"));

        assertThat(again.file()).hasSameBinaryContentAs(packaged.file());
    }
}
