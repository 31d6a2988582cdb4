// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markers that are not a file with a fixed name in the partition, and flags that must be gone. */
class MarkersTest {

    private static final String LOCATION = "lake/kpi/dt={date}/";

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
        CaseLake.days(31, day -> lake.put("lake/kpi/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ../dt={date}.done         | lake/kpi/dt=%s.done
            ../../flags/{date}.done   | lake/flags/%s.done
            ../../../flags/{date}     | flags/%s
            ../dt={date}/_SUCCESS     | lake/kpi/dt=%s/_SUCCESS
            _committed_*              | lake/kpi/dt=%s/_committed_4711
            _done/*                   | lake/kpi/dt=%s/_done/4711
            """)
    void a_marker_can_be_elsewhere_or_have_an_unknown_name(String marker, String file) {
        CaseLake.days(31, day -> lake.put(file.replace("%s", day.toString()), 0, day.plusDays(1) + "T04:00:00Z"));

        assertThat(verify(LOCATION, marker))
                .noneMatch(line -> line.startsWith("E ") || line.startsWith("W "))
                .anyMatch(line -> line.contains(" recency PASSED: arrived 2026-02-01 04:00:00"))
                .anyMatch(line -> line.contains(" size PASSED: 9 kB in 1 object;"))
                .anyMatch(line -> line.contains("all of the last 31 days are complete"));

        lake.delete(file.replace("%s", "2026-01-31")).delete(file.replace("%s", "2026-01-12"));

        assertThat(verify(LOCATION, marker))
                .anyMatch(line -> line.contains(" recency FAILED: 1 object (9 kB), but no ")
                        && (line.contains("but no " + marker)
                                || line.contains("/" + file.replace("%s", "2026-01-31") + "; expected")))
                .anyMatch(line -> line.contains("2 of the last 31 days are incomplete: "));
    }

    @Test
    void data_newer_than_its_marker_elsewhere_fails() {
        CaseLake.days(31, day -> lake.put("lake/kpi/dt=" + day + ".done", 0, day.plusDays(1) + "T02:00:00Z"));

        assertThat(verify(LOCATION, "../dt={date}.done"))
                .anyMatch(line -> line.contains(" recency FAILED: dt=2026-01-31/part-0 written 2026-02-01 03:00:00"));
    }

    @Test
    void the_marker_of_a_table_must_be_newer_than_the_data() {
        lake.put("lake/kpi/_SUCCESS", 0, "2026-02-01T11:00:00Z");

        assertThat(verify(LOCATION, "../_SUCCESS"))
                .noneMatch(line -> line.startsWith("E ") || line.startsWith("W "))
                .anyMatch(line -> line.contains(" recency PASSED: arrived 2026-02-01 03:00:00"));

        lake.put("lake/kpi/_SUCCESS", 0, "2026-02-01T02:00:00Z");

        assertThat(verify(LOCATION, "../_SUCCESS")).anyMatch(line -> line.contains(" recency FAILED: "));
    }

    @Test
    void a_file_can_have_a_marker_next_to_it() {
        CaseLake.days(31, day -> lake.put("lake/x/kpi_" + day + ".csv", 9000, day.plusDays(1) + "T03:00:00Z")
                .put("lake/x/kpi_" + day + ".csv.done", 0, day.plusDays(1) + "T04:00:00Z"));

        assertThat(verify("lake/x/kpi_{date}.csv", "kpi_{date}.csv.done"))
                .noneMatch(line -> line.startsWith("E ") || line.startsWith("W "))
                .anyMatch(line -> line.contains(" recency PASSED: arrived 2026-02-01 04:00:00"))
                .anyMatch(line -> line.contains(" size PASSED: 9 kB in 1 object;"));

        lake.delete("lake/x/kpi_2026-01-31.csv.done");

        assertThat(verify("lake/x/kpi_{date}.csv", "kpi_{date}.csv.done"))
                .anyMatch(line -> line.contains(" recency FAILED: 1 object (9 kB), but no ")
                        && line.contains("/lake/x/kpi_2026-01-31.csv.done; "));
    }

    @Test
    void each_part_can_need_a_marker() {
        for (String country : List.of("DE", "FR", "GB")) {
            CaseLake.days(31, day -> lake.put(part(day, country) + "part-0", 3000, day.plusDays(1) + "T03:00:00Z")
                    .put(part(day, country) + "_SUCCESS", 0, day.plusDays(1) + "T04:00:00Z"));
        }

        assertThat(verify("lake/parts/dt={date}/", "country=*/_SUCCESS"))
                .noneMatch(line -> line.startsWith("E ") || line.startsWith("W "))
                .anyMatch(line -> line.contains(" size PASSED: 9 kB in 3 objects;"));

        lake.delete(part(LocalDate.parse("2026-01-31"), "FR") + "_SUCCESS")
                .delete(part(LocalDate.parse("2026-01-12"), "GB") + "_SUCCESS");

        assertThat(verify("lake/parts/dt={date}/", "country=*/_SUCCESS"))
                .anyMatch(line -> line.contains(" recency FAILED: 3 objects (9 kB), but no country=*/_SUCCESS"))
                .anyMatch(line -> line.contains("2 of the last 31 days are incomplete: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INCOMPLETE", "part-1.tmp", "country=DE/x.tmp", "_temporary/0/task", ".part.inprogress.7"})
    void a_flag_that_must_be_gone_fails(String flag) {
        String recency = "recency: { absent: [INCOMPLETE, \"*.tmp\", _temporary, \"*.inprogress*\"] }";

        assertThat(lake.verify(suite(LOCATION, recency), Map.of())).noneMatch(line -> line.startsWith("E "));

        lake.put("lake/kpi/dt=2026-01-31/" + flag, 1, "2026-02-01T03:00:00Z")
                .put("lake/kpi/dt=2026-01-12/" + flag, 1, "2026-02-01T03:00:00Z");

        assertThat(lake.verify(suite(LOCATION, recency), Map.of()))
                .anyMatch(line -> line.contains(" recency FAILED: dt=2026-01-31/" + flag))
                .anyMatch(line -> line.contains(" size PASSED: 9 kB in 1 object;"))
                .anyMatch(line -> line.contains("2 of the last 31 days are incomplete: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_temporary/", "_temporary/*", "_temp*/0", "_temporary/**"})
    void a_folder_that_must_be_gone_can_be_written_as_a_path(String glob) {
        lake.put("lake/kpi/dt=2026-01-31/_temporary/0/task", 1, "2026-02-01T03:00:00Z");

        assertThat(lake.verify(suite(LOCATION, "recency: { absent: \"" + glob + "\" }"), Map.of()))
                .anyMatch(line -> line.contains(" recency FAILED: dt=2026-01-31/_temporary/0/task written "));
    }

    @Test
    void a_flag_next_to_a_file_must_be_gone_if_the_location_includes_it() {
        lake.put("lake/x/kpi_2026-01-31.csv", 9000, "2026-02-01T03:00:00Z")
                .put("lake/x/kpi_2026-01-31.csv.tmp", 0, "2026-02-01T03:00:00Z");
        String recency = "recency: { absent: \"*.tmp\" }";

        assertThat(lake.verify(suite("lake/x/kpi_{date}.csv*", recency), Map.of()))
                .anyMatch(line -> line.contains(" recency FAILED: kpi_2026-01-31.csv.tmp written "));
        assertThat(lake.verify(suite("lake/x/kpi_{date}.csv", recency), Map.of()))
                .anyMatch(line -> line.startsWith("E ") && line.contains("absent has no effect"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../dt={date}.tmp", "/x", "s3://b/x.tmp", "{date}.tmp", "x_{yyyyMMdd}.tmp"})
    void a_flag_that_can_not_be_in_the_partition_is_refused(String glob) {
        assertThat(lake.verify(suite(LOCATION, "recency: { absent: \"" + glob + "\" }"), Map.of()))
                .anyMatch(line -> line.startsWith("E ") && line.contains("'" + glob + "' in absent "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/_SUCCESS",
                "**/_SUCCESS",
                "a//b",
                "../{yyyy-MM}.done",
                "../dt={date}/",
                "_SUCCESS/",
                "./_SUCCESS",
                "dt={date}/_SUCCESS",
                "*",
                "*/*",
                "..",
                "../..",
                "_SUCCESS/..",
                "a/../_SUCCESS",
                "../a/../_SUCCESS",
                "../*.done",
                "../flags/*-{date}.done",
                "file:lake/flags/{date}.done"
            })
    void an_impossible_marker_is_refused(String marker) {
        assertThat(verify(LOCATION, marker)).anyMatch(line -> line.contains("invalid marker '" + marker + "'"));
    }

    private static String part(LocalDate day, String country) {
        return "lake/parts/dt=" + day + "/country=" + country + "/";
    }

    private List<String> verify(String location, String marker) {
        return lake.verify(suite(location, "recency: { marker: \"" + marker + "\" }"), Map.of());
    }

    private static String suite(String location, String recency) {
        return "{ zone: UTC, due: 6h, datasets: { kpi: { location: '" + location + "', checks: [ { " + recency
                + " }, { size: { min: 8 kB } }, { complete: { last: 31 } } ] } } }";
    }
}
