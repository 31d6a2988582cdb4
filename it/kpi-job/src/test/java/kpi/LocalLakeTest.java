// SPDX-License-Identifier: Apache-2.0
package kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLakeTest {

    private static final Day SUMMER = new Day(LocalDate.parse("2026-07-31"));

    @TempDir
    private Path root;

    @TempDir
    private Path work;

    private Output part;
    private Output marker;

    @BeforeEach
    void prepare() throws IOException {
        part = new Output("part-00000.parquet", Files.writeString(work.resolve("part"), "rows"));
        marker = new Output(Partition.MARKER, Files.createFile(work.resolve("marker")));
    }

    @Test
    void replaces_the_files_of_an_earlier_run() throws IOException {
        LocalLake lake = LocalLake.in(root);
        lake.publish(
                new Partition(SUMMER, "kpi/dt=2026-07-31", List.of(part, part.named("part-00001.parquet"), marker)));
        lake.publish(new Partition(SUMMER, "kpi/dt=2026-07-31", List.of(part)));

        try (Stream<Path> files = Files.list(root.resolve("kpi/dt=2026-07-31"))) {
            assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("part-00000.parquet");
        }
    }

    @Test
    void dates_replayed_files_on_the_next_morning() throws IOException {
        LocalLake.replaying(root).publish(new Partition(SUMMER, "kpi", List.of(part, marker)));

        assertThat(written("kpi/part-00000.parquet")).isEqualTo("2026-08-01T02:00:01Z");
        assertThat(written("kpi/_SUCCESS")).isEqualTo("2026-08-01T02:00:02Z");
    }

    @Test
    void keeps_write_times_outside_a_replay() throws IOException {
        Path before = Files.createFile(work.resolve("before"));
        Files.setLastModifiedTime(part.content(), FileTime.from(Instant.EPOCH));
        LocalLake.in(root).publish(new Partition(SUMMER, "kpi", List.of(part)));

        assertThat(written("kpi/part-00000.parquet"))
                .isAfterOrEqualTo(Files.getLastModifiedTime(before).toInstant());
    }

    @Test
    void rejects_late_files_outside_a_replay() {
        Partition late = new Partition(SUMMER, "kpi", List.of(part.late(Duration.ofHours(9))));

        assertThatThrownBy(() -> LocalLake.in(root).publish(late))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("part-00000.parquet can only be late in a replay");
    }

    private Instant written(String file) throws IOException {
        return Files.getLastModifiedTime(root.resolve(file)).toInstant();
    }
}
