// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests partitions that consist of parts, such as countries, of which one is missing. */
class PartsTest {

    private static final String LISTED = "parts: { country: [DE, FR, GB, US] }";
    private static final String LEARNED = "parts: { country: as before }";
    private static final String CHECKS =
            "recency: { marker: country=*/_SUCCESS } }, { size: { min: 1 kB } }, { delta: {} }, { complete: { last: 31 }";

    @TempDir
    private Path folder;

    private CaseLake lake;

    @BeforeEach
    void fill() {
        lake = new CaseLake(folder);
        CaseLake.days(31, day -> {
            for (String country : List.of("DE", "FR", "GB", "US")) {
                put(day.toString(), country, country.equals("FR") ? 3_000 : 60_000);
            }
        });
    }

    private void put(String day, String country, long bytes) {
        String path = "lake/kpi/dt=" + day + "/country=" + country;
        lake.put(path + "/part-0", bytes, "2026-02-01T03:00:00Z");
        lake.put(path + "/_SUCCESS", 0, "2026-02-01T03:00:00Z");
    }

    private void delete(String day, String country) {
        String path = "lake/kpi/dt=" + day + "/country=" + country;
        lake.delete(path + "/part-0").delete(path + "/_SUCCESS");
    }

    @Test
    void nothing_is_reported_if_all_parts_are_there() {
        for (String parts : List.of(LISTED, LEARNED)) {
            assertThat(verify(parts, CHECKS)).noneMatch(line -> line.startsWith("E ") || line.startsWith("W "));
        }
    }

    @Test
    void a_missing_part_is_named() {
        delete("2026-01-31", "FR");

        for (String parts : List.of(LISTED, LEARNED)) {
            assertThat(verify(parts, CHECKS))
                    .anyMatch(line -> line.contains("recency") && line.contains("but without country=FR; expected"))
                    .anyMatch(line -> line.contains("is incomplete: dt=2026-01-31 (without country=FR)"))
                    .anyMatch(line -> line.contains(" size PASSED"));
        }
    }

    @Test
    void other_folders_are_named_if_a_part_is_missing() {
        delete("2026-01-31", "GB");
        put("2026-01-31", "UK", 60_000);

        for (String parts : List.of(LISTED, LEARNED)) {
            assertThat(verify(parts, CHECKS))
                    .anyMatch(line -> line.contains(" recency FAILED: ")
                            && line.contains("but without country=GB; ")
                            && line.contains("; other parts found: country=UK"));
        }
        assertThat(verify("parts: { land: [DE] }", CHECKS))
                .anyMatch(line -> line.contains("but without land=DE; expected land=DE; instead of a folder such as"
                                + " land=…, there are objects such as ")
                        && line.contains("/country=DE/part-0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-2026", "2025-26", "2025 to 2026"})
    void a_season_is_a_part(String season) {
        lake.put("lake/games/2026-01-31/season=" + season + "/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(lake.verify("{ due: 6h, datasets: { games: { location: 'lake/games/{date}/', parts: { season: ['"
                        + season + "'] }, checks: [ recency: {} ] } } }"))
                .anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @Test
    void an_empty_part_is_named() {
        put("2026-01-31", "US", 0);

        assertThat(verify(LISTED, CHECKS))
                .anyMatch(line -> line.contains("recency") && line.contains("without country=US (empty); expected"));
    }

    @Test
    void a_part_without_its_marker_is_named() {
        lake.delete("lake/kpi/dt=2026-01-31/country=DE/_SUCCESS");

        assertThat(verify(LISTED, CHECKS))
                .anyMatch(line -> line.contains("recency") && line.contains("without country=DE (no marker)"))
                .anyMatch(line -> line.contains("dt=2026-01-31 (without country=DE (no marker))"));
    }

    @Test
    void a_marker_that_does_not_stand_for_the_parts_is_not_needed_in_each_part() {
        for (String marker : List.of("../hours={date}.done", "../_SUCCESS", "meta/_SUCCESS")) {
            lake.put("lake/hours/2026-01-31/00/part-0", 9000, "2026-02-01T03:00:00Z");
            lake.put("lake/hours/2026-01-31/01/part-0", 9000, "2026-02-01T03:00:00Z");
            String path = marker.startsWith("../")
                    ? marker.substring(3).replace("{date}", "2026-01-31")
                    : "2026-01-31/" + marker;
            lake.put("lake/hours/" + path, 0, "2026-02-01T04:00:00Z");

            assertThat(lake.verify(
                            "{ due: 6h, datasets: { hours: { location: 'lake/hours/{date}/', parts: { '*': ['00',"
                                    + " '01'] }, checks: [ recency: { marker: '" + marker + "' } ] } } }"))
                    .as(marker)
                    .anyMatch(line -> line.contains(" recency PASSED"));
        }
    }

    @Test
    void a_part_that_is_missing_in_the_past_is_found_by_complete_and_not_a_baseline() {
        delete("2026-01-30", "FR");

        assertThat(verify(LISTED, "delta: { against: previous, drop: 1% } }, { complete: { last: 5 }"))
                .anyMatch(
                        line -> line.contains("1 of the last 5 days is incomplete: dt=2026-01-30 (without country=FR)"))
                .anyMatch(line -> line.contains(" delta PASSED: ") && line.contains("dt=2026-01-29"));
    }

    @Test
    void a_new_part_is_learned_after_four_days() {
        for (int day = 27; day <= 31; day++) {
            put("2026-01-" + day, "IT", 60_000);
        }
        assertThat(verify(LEARNED, CHECKS)).noneMatch(line -> line.startsWith("E "));

        delete("2026-01-31", "IT");

        assertThat(verify(LEARNED, CHECKS)).anyMatch(line -> line.contains("but without country=IT"));
    }

    @Test
    void each_part_has_limits() {
        assertThat(verify(LISTED, "size: { part: { min: 5 kB } }"))
                .anyMatch(line -> line.contains(" size FAILED: ") && line.contains("country=FR has 3 kB"));
        assertThat(verify(LISTED, "size: { part: { min: 3 kB, max: 60 kB } }"))
                .anyMatch(line -> line.contains(" size PASSED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cuntry | a folder such as cuntry=…
            "*"    | any folder
            """)
    void a_key_that_no_partition_has_warns(String key, String folder) {
        CaseLake.days(9, day -> lake.put("lake/plain/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));

        assertThat(lake.verify("{ zone: UTC, due: 6h, datasets: { kpi: { location: \"lake/plain/dt={date}/\","
                        + " parts: { " + key + ": as before }, checks: [ recency: {}, size: { min: 1 } ] } } }"))
                .anyMatch(line -> line.contains(" recency WARNED: ")
                        && line.contains("neither it nor the previous 7 partitions contain " + folder))
                .anyMatch(line -> line.contains(" size PASSED: "));
    }

    @Test
    void folders_without_a_key_are_parts_too() {
        for (int hour = 0; hour < 24; hour++) {
            if (hour != 13) {
                lake.put(
                        "lake/hours/2026-01-31/" + (hour < 10 ? "0" : "") + hour + "/part-0",
                        9000,
                        "2026-02-01T03:00:00Z");
            }
        }

        assertThat(lake.verify(
                        "{ due: 6h, datasets: { hours: { location: 'lake/hours/{date}/', parts: { '*': ['12', '13',"
                                + " '14'] }, checks: [ recency: {} ] } } }"))
                .anyMatch(line -> line.contains("but without 13; expected 12, 13, 14"));
    }

    @Test
    void objects_instead_of_folders_without_a_key_are_named() {
        lake.put("lake/hours/2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(lake.verify("{ due: 6h, datasets: { hours: { location: 'lake/hours/{date}/', parts: { '*': ['12'] },"
                        + " checks: [ recency: {} ] } } }"))
                .anyMatch(
                        line -> line.contains("but without 12; expected 12; there are no folders, only objects such as")
                                && line.contains("2026-01-31/part-0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"__HIVE_DEFAULT_PARTITION__", "null"})
    void a_part_for_rows_without_a_value_warns(String name) {
        put("2026-01-31", name, 6000);

        for (String parts : List.of(LISTED, LEARNED)) {
            assertThat(verify(parts, "recency: {}"))
                    .anyMatch(line -> line.startsWith("W kpi dt=2026-01-31 recency WARNED: ")
                            && line.contains("; country=" + name
                                    + " contains rows without a value; correct the job that wrote them ("));
        }
        assertThat(verify(LISTED.replace("US", "US, '" + name + "'"), "recency: {}"))
                .anyMatch(line -> line.startsWith("I kpi dt=2026-01-31 recency PASSED: "));
        CaseLake.days(7, day -> put(day.toString(), name, 6000));
        assertThat(verify(LEARNED, "recency: {}"))
                .anyMatch(line -> line.startsWith("I kpi dt=2026-01-31 recency PASSED: "));
    }

    @Test
    void too_many_parts_are_unknown() {
        for (int part = 0; part <= 1000; part++) {
            lake.put("lake/many/2026-01-31/id=" + part + "/part-0", 9000, "2026-02-01T03:00:00Z");
        }

        assertThat(lake.verify("{ due: 6h, datasets: { many: { location: 'lake/many/{date}/', parts: { id: as before },"
                        + " checks: [ size: { min: 1 } ] } } }"))
                .anyMatch(line -> line.contains("UNKNOWN") && line.contains("more than 1000 parts"));
    }

    @Test
    void parts_are_unknown_if_an_earlier_partition_could_not_be_listed() {
        CaseLake.days(3, day -> {
            for (int part = 0; part <= 1000; part++) {
                String path = "lake/few/" + day + "/id=" + part + "/part-0";
                if (part == 0 || !day.toString().equals("2026-01-31")) {
                    lake.put(path, 9000, "2026-02-01T03:00:00Z");
                }
            }
        });

        assertThat(lake.verify("{ due: 6h, datasets: { few: { location: 'lake/few/{date}/', parts: { id: as before },"
                        + " checks: [ recency: {} ] } } }"))
                .anyMatch(line -> line.contains(" recency UNKNOWN") && line.contains("more than 1000 parts"));
    }

    @Test
    void complete_learns_the_parts_of_each_period_from_the_week_before_it() {
        delete("2026-01-27", "FR");

        assertThat(verify(LEARNED, "complete: { last: 7 }"))
                .anyMatch(line -> line.contains("1 of the last 7 days is incomplete: dt=2026-01-27"));

        delete("2026-01-25", "FR");

        assertThat(verify(LEARNED, "complete: { last: 7 }"))
                .anyMatch(line -> line.contains("dt=2026-01-25 (without country=FR), dt=2026-01-27"));
    }

    @Test
    void hostile_names_are_escaped() {
        CaseLake.days(9, day -> {
            put(day.toString(), "<xmp>\n##[error]", 60_000);
        });
        delete("2026-01-31", "<xmp>\n##[error]");

        assertThat(verify(LEARNED, "recency: {}"))
                .anyMatch(line -> line.contains("without country=<xmp>\\u{a}#\\u{23}[error];"));
        assertThat(lake.page()).doesNotContain("<xmp>");
    }

    @Test
    void the_plan_shows_the_parts() {
        assertThat(lake.plan("{ datasets: { kpi: { location: 'lake/kpi/dt={date}/', " + LISTED
                        + ", checks: [ recency: {} ] } } }"))
                .anyMatch(line -> line.contains("with country=DE, country=FR, country=GB, country=US"));
    }

    private List<String> verify(String parts, String checks) {
        return lake.verify("{ zone: UTC, due: 6h, datasets: { kpi: { location: 'lake/kpi/dt={date}/', " + parts
                + ", checks: [ { " + checks + " } ] } } }");
    }
}
