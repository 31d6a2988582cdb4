// SPDX-License-Identifier: Apache-2.0
package kpi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    private Path lake;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void writes_each_day_and_breaks_the_given_one() throws Exception {
        int status = run("--lake", lake.toString(), "--to", "2026-01-02", "--break", "dt=2026-01-02:halved");

        assertThat(status).isZero();
        assertThat(out.toString(UTF_8)).startsWith("2026-01-01 to 2026-01-02 written to " + lake);
        assertThat((double) size("refined/kpi/dt=2026-01-02") / size("refined/kpi/dt=2026-01-01"))
                .isBetween(0.45, 0.65);
        assertThat((double) size("refined/leads/2026/01/02") / size("refined/leads/2026/01/01"))
                .isBetween(1.0, 1.3);
    }

    @Test
    void returns_2_and_prints_the_usage_if_arguments_are_invalid() throws Exception {
        assertThat(run("--lake")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("the value of --lake is missing" + Arguments.USAGE);
        assertThat(out.size()).isZero();
        assertThat(lake).isEmptyDirectory();
    }

    private int run(String... args) throws IOException, SQLException {
        return Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
    }

    private long size(String folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(lake.resolve(folder))) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
