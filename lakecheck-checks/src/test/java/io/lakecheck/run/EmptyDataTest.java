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
        deleteParts("2026-01-31");
        lake.put("lake/kpi/dt=2026-01-31/_SUCCESS", 0, "2026-02-01T03:00:00Z");

        assertThat(verify("size: { min: 0 }"))
                .anyMatch(
                        line -> line.contains("size FAILED: 0 B in 0 objects; expected at least 1 object with data; "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"only: [2026-01-15]", "only: [2026-01-05, 2026-01-15]", "calendar: shared"})
    void a_list_of_dates_that_has_run_out_warns(String calendar) {
        assertThat(verify(calendar, Map.of()))
                .anyMatch(line -> line.startsWith("W kpi dt=2026-01-15 recency WARNED: ")
                        && line.contains("the last date in 'only' is 2026-01-15"));
    }

    @Test
    void a_list_of_dates_that_has_run_out_warns_once() {
        assertThat(verify(
                        ", only: [2026-01-14, 2026-01-15]",
                        "recency: {} }, { size: { min: 1 } }, { complete: { strays: skip }"))
                .filteredOn(line -> line.startsWith("W "))
                .singleElement()
                .asString()
                .contains(" recency WARNED: ", "the last date in 'only' is 2026-01-15");
    }

    @Test
    void a_list_of_dates_does_not_warn_on_its_last_date() {
        assertThat(verify("only: [2026-01-05, 2026-01-15]", Map.of("asOf", "2026-01-16T12:00:00Z")))
                .anyMatch(line -> line.contains(" kpi dt=2026-01-15 recency "))
                .noneMatch(line -> line.contains("the last date in 'only'"));
        assertThat(verify("only: [2026-01-15, 2026-02-15]", Map.of()))
                .anyMatch(line -> line.contains(" kpi dt=2026-01-15 recency "))
                .noneMatch(line -> line.contains("the last date in 'only'"));
        assertThat(verify("only: [2026-01-05, 2026-01-15]", Map.of("partition", "2026-01-05")))
                .anyMatch(line -> line.contains(" kpi dt=2026-01-05 recency "))
                .noneMatch(line -> line.contains("the last date in 'only'"));
    }

    @Test
    void a_sealed_day_without_data_can_be_allowed() {
        seal();
        deleteParts("2026-01-31");

        assertThat(allowing("empty: allow"))
                .noneMatch(line -> line.startsWith("E ") || line.startsWith("W "))
                .anyMatch(line -> line.contains(" recency PASSED: arrived 2026-02-01 03:00:00"))
                .anyMatch(line -> line.contains(" size, delta SKIPPED: empty except for its marker; "))
                .anyMatch(line -> line.contains("all of the last 31 days are complete"));
    }

    @Test
    void an_empty_hidden_object_is_not_as_large_as_no_data() {
        seal();
        deleteParts("2026-01-31");
        lake.put("lake/kpi/dt=2026-01-31/_started", 0, "2026-02-01T03:00:00Z");

        assertThat(allowing("empty: allow")).noneMatch(line -> line.startsWith("W "));
    }

    @Test
    void a_day_without_data_that_is_not_sealed_still_fails() {
        seal();
        deleteParts("2026-01-31");
        lake.delete("lake/kpi/dt=2026-01-31/_SUCCESS");

        assertThat(allowing("empty: allow"))
                .anyMatch(line -> line.contains(" recency, size, delta, complete FAILED: absent"));
    }

    @Test
    void an_allowed_day_without_data_is_not_part_of_a_baseline() {
        part("2026-01-31", 9000);
        part("2026-01-30", 0);

        assertThat(verify(", empty: allow", "delta: { against: previous, drop: 10%, rise: 10% } }, { complete: {}"))
                .noneMatch(line -> line.startsWith("E "))
                .anyMatch(line -> line.contains(" delta PASSED: ") && line.contains("dt=2026-01-29"))
                .anyMatch(line -> line.contains("all of the last 30 days are complete"));
    }

    @Test
    void an_absent_day_can_be_allowed() {
        seal();
        for (String day : List.of("2026-01-12", "2026-01-31")) {
            deleteParts(day);
            lake.delete("lake/kpi/dt=" + day + "/_SUCCESS");
        }

        assertThat(allowing("absent: ok"))
                .noneMatch(line -> line.startsWith("E ") || line.startsWith("W "))
                .anyMatch(line -> line.contains(" recency, size, delta SKIPPED: absent; "))
                .anyMatch(line -> line.contains("all of the last 31 days are complete"));
    }

    @Test
    void an_empty_day_fails_if_only_absence_is_allowed() {
        seal();
        deleteParts("2026-01-31");

        assertThat(allowing("absent: ok"))
                .anyMatch(line -> line.contains(" recency, size, delta, complete FAILED: empty except for its marker"));
    }

    private void seal() {
        CaseLake.days(31, day -> lake.put("lake/kpi/dt=" + day + "/_SUCCESS", 0, "2026-02-01T03:00:00Z"));
    }

    private void deleteParts(String day) {
        for (int part = 0; part < 4; part++) {
            lake.delete("lake/kpi/dt=" + day + "/part-" + part);
        }
    }

    private List<String> allowing(String key) {
        return verify(
                ", " + key,
                "recency: { marker: _SUCCESS } }, { size: { min: 1 kB } }, { delta: { against: previous, drop: 10% } }, {"
                        + " complete: { last: 31 }");
    }

    private void part(String day, long bytes) {
        for (int part = 0; part < 4; part++) {
            lake.put("lake/kpi/dt=" + day + "/part-" + part, bytes, "2026-02-01T03:00:00Z");
        }
    }

    private List<String> verify(String checks) {
        return verify("", checks);
    }

    private List<String> verify(String keys, String checks) {
        return lake.verify("{ zone: UTC, due: 6h, datasets: { kpi: { location: 'lake/kpi/dt={date}/'" + keys
                + ", checks: [ { " + checks + " } ] } } }");
    }

    private List<String> verify(String calendar, Map<String, String> settings) {
        String calendars = calendar.equals("calendar: shared") ? "calendars: { shared: { only: [2026-01-15] } }, " : "";
        return lake.verify(
                "{ zone: UTC, due: 6h, " + calendars + "datasets: { kpi: { location: 'lake/kpi/dt={date}/', " + calendar
                        + ", checks: [ recency: { late: warn, grace: 40d } ] } } }",
                settings);
    }
}
