// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests when the data of a partition counts as arrived. */
class ArrivalTest {

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
    }

    @Test
    void a_stream_must_reach_the_end_of_its_day() {
        stream(24);

        assertThat(verify("through: 30m"))
                .anyMatch(line -> line.contains(" recency PASSED: arrived 2026-01-31 23:45:00"));

        lake = new CaseLake(folder.resolve("stopped"));
        stream(18);

        assertThat(verify("through: 30m"))
                .anyMatch(line -> line.contains(" recency FAILED: last data written 2026-01-31 17:45:00")
                        && line.contains(", 6 h 15 min before the end of its day; expected at most 30 min before it"));
        assertThat(verify("through: 30m, severity: warn")).anyMatch(line -> line.contains(" recency WARNED: "));
        assertThat(verify("through: 6h15m")).anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @Test
    void data_that_is_written_after_its_day_reaches_its_end() {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(verify("through: 0s")).anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @Test
    void a_stream_need_not_reach_the_end_of_a_day_that_is_not_over() {
        lake.put("lake/kpi/dt=2026-02-01/part-0", 9000, "2026-02-01T09:45:00Z");

        assertThat(lake.verify(suite("through: 30m"), Map.of("partition", "2026-02-01")))
                .anyMatch(line -> line.contains(" recency PASSED: "));
    }

    private void stream(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            lake.put(
                    "lake/kpi/dt=2026-01-31/part-" + hour,
                    9000,
                    String.format(Locale.ROOT, "2026-01-31T%02d:45:00Z", hour));
        }
    }

    private List<String> verify(String recency) {
        return lake.verify(suite(recency));
    }

    private static String suite(String recency) {
        return "{ zone: UTC, due: 6h, datasets: { kpi: { location: 'lake/kpi/dt={date}/', checks: [ recency: { "
                + recency + " } ] } } }";
    }
}
