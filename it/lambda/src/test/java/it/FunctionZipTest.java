// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Tests the content of the function's zip file. */
class FunctionZipTest {

    private final FunctionZip zip = FunctionZip.built();

    @Test
    void own_classes_are_at_the_root_and_libraries_below_lib() throws IOException {
        assertThat(zip.names())
                .contains("io/lakecheck/lambda/LakecheckHandler.class")
                .allMatch(name -> name.matches("(io/|META-INF/|lib/).*"))
                .anyMatch(name -> name.matches("lib/lakecheck-checks-.*\\.jar"))
                .anyMatch(name -> name.matches("lib/aws-lambda-java-core-.*\\.jar"))
                .noneMatch(name -> name.contains("netty") || name.contains("junit") || name.contains("test"));
    }

    @Test
    void it_is_smaller_than_25_megabytes() throws IOException {
        assertThat(Files.size(zip.file())).isLessThan(25_000_000);
    }

    @Test
    void it_contains_no_native_code() throws IOException {
        try (ZipFile file = new ZipFile(zip.file().toFile())) {
            for (ZipEntry jar : file.stream()
                    .filter(each -> each.getName().endsWith(".jar"))
                    .toList()) {
                try (ZipInputStream in = new ZipInputStream(file.getInputStream(jar))) {
                    for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                        assertThat(each.getName()).doesNotMatch(".*\\.(so|dll|dylib|jnilib)");
                    }
                }
            }
        }
    }

    @Test
    void all_entries_have_the_time_of_the_build() throws IOException {
        try (ZipFile file = new ZipFile(zip.file().toFile())) {
            assertThat(file.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
        }
    }
}
