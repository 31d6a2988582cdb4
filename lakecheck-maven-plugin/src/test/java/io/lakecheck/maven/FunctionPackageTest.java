// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lakecheck.spec.SuiteProblemsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionPackageTest {

    private static final String SUITE = """
            holidays: ${COUNTRY}/bank.txt
            datasets:
              kpi:
                location: s3://refined/kpi/{date}/
                days: weekdays
                checks: [ size: { min: 1 } ]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void create() throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve("own.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            ZipEntry entry = new ZipEntry("io/lakecheck/Handler.class");
            entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            zip.write("code".getBytes(StandardCharsets.UTF_8));
        }
        Files.createDirectories(folder.resolve("uk"));
        Files.writeString(folder.resolve("uk/bank.txt"), "2026-12-25 Christmas\n");
        Files.writeString(folder.resolve("suite.yml"), SUITE);
    }

    private Path write(String target) {
        Path file = folder.resolve("target").resolve(target);
        new FunctionPackage(folder.resolve("own.zip"), folder.resolve("suite.yml"))
                .write(file, name -> Optional.of("uk").filter(value -> name.equals("COUNTRY")));
        return file;
    }

    @Test
    void the_suite_and_its_holidays_are_added_to_the_function() throws IOException {
        try (ZipFile zip = new ZipFile(write("function.zip").toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("io/lakecheck/Handler.class", "lakecheck.yml", "uk/bank.txt");
            assertThat(zip.getInputStream(zip.getEntry("lakecheck.yml")))
                    .hasBinaryContent(SUITE.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_same_input_gives_the_same_bytes() throws IOException {
        assertThat(write("one.zip")).hasSameBinaryContentAs(write("two.zip"));
        assertThat(write("one.zip")).hasSameBinaryContentAs(folder.resolve("target/two.zip"));
    }

    @Test
    void everyone_who_may_read_other_files_may_read_the_zip_file() throws IOException {
        Path zip = write("one.zip");
        assumeTrue(Files.getFileStore(zip).supportsFileAttributeView(PosixFileAttributeView.class));

        assertThat(Files.getPosixFilePermissions(zip))
                .isEqualTo(Files.getPosixFilePermissions(folder.resolve("suite.yml")));
        assertThat(folder.resolve("target")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void an_invalid_suite_is_not_packaged() throws IOException {
        Files.writeString(folder.resolve("suite.yml"), "datasets: []");

        assertThatThrownBy(() -> write("function.zip")).isInstanceOf(SuiteProblemsException.class);
        assertThat(folder.resolve("target")).doesNotExist();
    }

    @Test
    void a_holiday_file_outside_the_folder_is_an_error() throws IOException {
        Files.writeString(folder.resolve("uk/suite.yml"), SUITE.replace("${COUNTRY}", "../uk/../uk/.."));
        Files.writeString(folder.resolve("bank.txt"), "2026-12-25\n");
        FunctionPackage outside = new FunctionPackage(folder.resolve("own.zip"), folder.resolve("uk/suite.yml"));

        assertThatThrownBy(() -> outside.write(folder.resolve("function.zip"), name -> Optional.empty()))
                .hasMessageContaining("outside the suite's folder");
    }
}
