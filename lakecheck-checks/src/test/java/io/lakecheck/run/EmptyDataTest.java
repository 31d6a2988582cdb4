// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests days on which there are objects but no data, and calendars that expect no more data. */
class EmptyDataTest {

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
        CaseLake.days(31, day -> part(day.toString(), day.getDayOfMonth() == 31 ? 0 : 9000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recency: {}",
                "recency: { quiet: 1h }",
                "size: { objects: { min: 1 } }",
                "size: { min: 0 }",
                "size: { each: { max: 1 MB } }",
                "delta: { against: previous, rise: 10% }",
                "delta: { of: objects, against: previous, drop: 10% }",
                "complete: { last: 31 }"
            })
    void a_day_of_empty_files_fails_every_check(String check) {
        assertThat(verify(check))
                .anyMatch(line -> line.startsWith("E kpi dt=2026-01-31 ") && line.contains(" FAILED: "));
    }

    @Test
    void a_single_empty_file_next_to_data_is_harmless() {
        part("2026-01-31", 9000);
        lake.put("lake/kpi/dt=2026-01-31/part-1", 0, "2026-02-01T03:00:00Z");

        assertThat(verify("recency: {} }, { size: { objects: { min: 1 } } }, { complete: { last: 31 }"))
                .noneMatch(line -> line.startsWith("E "));
    }

    @Test
    void an_earlier_day_of_empty_files_is_incomplete() {
        part("2026-01-31", 9000);
        part("2026-01-07", 0);

        assertThat(verify("complete: { last: 31 }"))
                .anyMatch(line -> line.contains("FAILED: 1 of the last 31 days is incomplete: dt=2026-01-07 "));
    }

    @Test
    void a_day_without_objects_never_contradicts_its_limits() {
        for (int part = 0; part < 4; part++) {
            lake.delete("lake/kpi/dt=2026-01-31/part-" + part);
        }
        lake.put("lake/kpi/dt=2026-01-31/_SUCCESS", 0, "2026-02-01T03:00:00Z");

        assertThat(verify("recency: { marker: _SUCCESS } }, { size: { min: 0 }"))
                .anyMatch(
                        line -> line.contains("size FAILED: 0 B in 0 objects; expected at least 1 object with data; "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"only: [2026-01-15]", "only: [2026-01-05, 2026-01-15]", "calendar: shared"})
    void a_list_of_dates_that_has_run_out_warns(String calendar) {
        assertThat(verify(calendar, Map.of()))
                .anyMatch(line ->
                        line.startsWith("W kpi dt=2026-01-15 recency WARNED: ") && line.contains("2026-01-15:"));
    }

    @Test
    void a_list_of_dates_does_not_warn_on_its_last_date() {
        assertThat(verify("only: [2026-01-05, 2026-01-15]", Map.of("asOf", "2026-01-16T12:00:00Z")))
                .anyMatch(line -> line.startsWith("I kpi dt=2026-01-15 recency PASSED"));
        assertThat(verify("only: [2026-01-15, 2026-02-15]", Map.of()))
                .anyMatch(line -> line.startsWith("I kpi dt=2026-01-15 recency PASSED"));
        assertThat(verify("only: [2026-01-05, 2026-01-15]", Map.of("partition", "2026-01-05")))
                .anyMatch(line -> line.startsWith("I kpi dt=2026-01-05 recency PASSED"));
    }

    private void part(String day, long bytes) {
        for (int part = 0; part < 4; part++) {
            lake.put("lake/kpi/dt=" + day + "/part-" + part, bytes, "2026-02-01T03:00:00Z");
        }
    }

    private List<String> verify(String checks) {
        return lake.verify("{ zone: UTC, due: 6h, datasets: { kpi: { location: 'lake/kpi/dt={date}/', checks: [ " + "{ "
                + checks + " } ] } } }");
    }

    private List<String> verify(String calendar, Map<String, String> settings) {
        String calendars = calendar.equals("calendar: shared") ? "calendars: { shared: { only: [2026-01-15] } }, " : "";
        return lake.verify(
                "{ zone: UTC, due: 6h, " + calendars + "datasets: { kpi: { location: 'lake/kpi/dt={date}/', " + calendar
                        + ", checks: [ recency: { late: warn, grace: 40d } ] } } }",
                settings);
    }
}
