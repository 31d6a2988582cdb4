// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests where the function finds the suite that is deployed with it. */
class SuiteLoaderTest {

    @TempDir
    private Path zip;

    @TempDir
    private Path layers;

    private String loaded(Map<String, String> variables) {
        FunctionSettings settings = new FunctionSettings(name -> name.equals("LAMBDA_TASK_ROOT")
                ? Optional.of(zip.toString())
                : Optional.ofNullable(variables.get(name)));
        return new SuiteLoader(settings, layers)
                .load().suite().datasets().stream()
                        .map(Dataset::name)
                        .findFirst()
                        .orElseThrow();
    }

    private static void write(Path folder, String file, String dataset) throws IOException {
        Files.writeString(folder.resolve(file), """
                holidays: holidays.txt
                datasets:
                  %s: { location: "s3://refined/kpi/dt={date}/", days: weekdays, checks: [ size: { min: 1 kB } ] }
                """.formatted(dataset));
        Files.writeString(folder.resolve("holidays.txt"), "2026-01-01\n");
    }

    @Test
    void a_layer_contains_the_suite_and_its_files() throws IOException {
        write(layers, "lakecheck.yml", "of-the-layer");

        assertThat(loaded(Map.of())).isEqualTo("of-the-layer");
    }

    @Test
    void the_suite_in_the_zip_file_comes_before_that_in_a_layer() throws IOException {
        write(layers, "lakecheck.yml", "of-the-layer");
        write(zip, "lakecheck.yml", "of-the-zip");

        assertThat(loaded(Map.of())).isEqualTo("of-the-zip");
    }

    @Test
    void a_variable_selects_another_file() throws IOException {
        write(zip, "lakecheck.yml", "of-the-zip");
        write(zip, "other.yml", "other");

        assertThat(loaded(Map.of("LAKECHECK_SUITE", "other.yml"))).isEqualTo("other");
    }
}
