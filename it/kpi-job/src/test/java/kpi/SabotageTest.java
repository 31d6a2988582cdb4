// SPDX-License-Identifier: Apache-2.0
package kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SabotageTest {

    private static final Path ANY = Path.of("any");
    private static final Partition WHOLE = new Partition(
            new Day(LocalDate.parse("2026-01-31")),
            "refined/kpi/dt=2026-01-31",
            List.of(
                    new Output("a", ANY),
                    new Output("b", ANY),
                    new Output("c", ANY),
                    new Output("d", ANY),
                    new Output("_SUCCESS", ANY)));

    @Test
    void empty_keeps_only_the_marker() throws IOException {
        assertThat(names(Sabotage.EMPTY)).containsExactly("_SUCCESS");
    }

    @Test
    void halved_keeps_half_of_the_files() throws IOException {
        assertThat(names(Sabotage.HALVED)).containsExactly("a", "b", "_SUCCESS");
    }

    @Test
    void doubled_writes_each_file_twice() throws IOException {
        assertThat(names(Sabotage.DOUBLED))
                .containsExactly("a", "b", "c", "d", "again-a", "again-b", "again-c", "again-d", "_SUCCESS");
    }

    @Test
    void late_delays_all_files_by_five_hours() throws IOException {
        assertThat(outputs(Sabotage.LATE)).hasSize(5).extracting(Output::late).containsOnly(Duration.ofHours(5));
    }

    @Test
    void no_marker_drops_the_marker() throws IOException {
        assertThat(names(Sabotage.NO_MARKER)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void file_after_marker_writes_the_last_file_after_it() throws IOException {
        assertThat(names(Sabotage.FILE_AFTER_MARKER)).containsExactly("a", "b", "c", "_SUCCESS", "d");
    }

    @ParameterizedTest
    @EnumSource
    void publishes_other_folders_unchanged(Sabotage sabotage) throws IOException {
        List<Partition> published = new ArrayList<>();
        sabotage.of("refined/kpi/dt=2026-01-30", published::add).publish(WHOLE);

        assertThat(published).containsExactly(WHOLE);
    }

    private static List<String> names(Sabotage sabotage) throws IOException {
        return outputs(sabotage).stream().map(Output::name).toList();
    }

    private static List<Output> outputs(Sabotage sabotage) throws IOException {
        List<Partition> published = new ArrayList<>();
        sabotage.of(WHOLE.folder(), published::add).publish(WHOLE);
        assertThat(published).hasSize(1);
        return published.get(0).outputs();
    }
}
