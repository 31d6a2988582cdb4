// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests warnings about partitions in the future that no check searches for. */
class FutureDataTest {

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lake/kpi/dt={date}/        | lake/kpi/dt=%tF/part-0               | lake/kpi/dt=2026-03-15/part-0    | dt=2026-03-15
            lake/kpi/dt={date}/        | lake/kpi/dt=%tF/part-0               | lake/kpi/dt=9999-12-31/part-0    | dt=9999-12-31
            lake/kpi/{yyyy}/{MM}/{dd}/ | lake/kpi/%1$tY/%1$tm/%1$td/part-0    | lake/kpi/2062/01/31/part-0       | 2062/01/31
            lake/{date}/kpi/           | lake/%tF/kpi/part-0                  | lake/2026-02-03/kpi/part-0       | 2026-02-03/kpi
            lake/kpi_{yyyyMMdd}.csv    | lake/kpi_%1$tY%1$tm%1$td.csv         | lake/kpi_20260301.csv            | kpi_20260301.csv
            lake/{yyyyMMdd}.*.gz       | lake/%1$tY%1$tm%1$td.ab12.gz         | lake/20270131.ab34.gz            | 20270131.*.gz
            lake/kpi/run={date}-*/     | lake/kpi/run=%tF-0417/part-0         | lake/kpi/run=2026-02-05-04/a     | run=2026-02-05-*
            """)
    void a_partition_in_the_future_warns(String location, String file, String future, String name) {
        CaseLake.days(9, day -> lake.put(String.format(Locale.ROOT, file, day), 9000, day.plusDays(1) + "T03:00:00Z"));
        lake.put(String.format(Locale.ROOT, file, java.time.LocalDate.of(2026, 2, 1)), 9000, "2026-02-01T11:00:00Z")
                .put(future, 9000, "2026-02-01T03:00:00Z");

        for (String checks : List.of(
                "recency: {}",
                "size: { min: 1 }",
                "delta: { against: previous, rise: 100% }",
                "recency: {}, delta: { against: median of 5, drop: 10% }")) {
            assertThat(verify(location, checks))
                    .as(checks)
                    .filteredOn(line -> line.contains("in the future"))
                    .singleElement()
                    .asString()
                    .startsWith("W kpi ")
                    .contains("data in the future: " + name + "; correct the dates or the zone, or delete the data (");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete: { last: 3 }", "recency: {}, complete: { last: 3 }, delta: {}"})
    void a_folder_in_the_future_is_reported_once(String checks) {
        days().put("lake/kpi/dt=2026-03-15/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", checks))
                .filteredOn(line -> line.contains("in the future"))
                .singleElement()
                .asString()
                .contains(" complete ", "stray folder: dt=2026-03-15 (in the future)");
    }

    @Test
    void dates_in_the_future_and_outside_the_calendar_are_reported_separately() {
        days().put("lake/kpi/dt=2026-02-07/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(lake.verify(suite("lake/kpi/dt={date}/", "recency: {}").replace("zone:", "days: weekdays, zone:")))
                .anyMatch(line -> line.contains("data in the future: dt=2026-02-07; data outside the calendar:"
                        + " dt=2026-01-31; correct the dates or the zone, the calendar, or delete the data ("));
    }

    @Test
    void the_current_period_is_not_in_the_future() {
        days().put("lake/kpi/dt=2026-02-01/part-0", 9000, "2026-02-01T11:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "recency: {}")).noneMatch(line -> line.contains("in the future"));
    }

    @Test
    void later_periods_are_not_reported_for_a_past_time() {
        days();
        assertThat(lake.verify(suite("lake/kpi/dt={date}/", "recency: {}"), Map.of("asOf", "2026-01-27T12:00:00Z")))
                .anyMatch(line -> line.contains("kpi dt=2026-01-26 recency PASSED"))
                .noneMatch(line -> line.contains("in the future"));

        lake.put("lake/kpi/dt=2026-02-20/part-0", 9000, "2026-01-26T03:00:00Z");

        assertThat(lake.verify(suite("lake/kpi/dt={date}/", "recency: {}"), Map.of("asOf", "2026-01-27T12:00:00Z")))
                .anyMatch(line -> line.contains("data in the future: dt=2026-02-20; correct"));
    }

    @Test
    void a_large_partition_leaves_no_room_for_what_follows() {
        days().put("lake/kpi/dt=2026-03-15/part-0", 9000, "2026-02-01T03:00:00Z");
        IntStream.range(1, 1500).forEach(i -> lake.put("lake/kpi/dt=2026-01-31/part-" + i, 1, "2026-02-01T03:00:00Z"));

        assertThat(verify("lake/kpi/dt={date}/", "size: { objects: { min: 1500, max: 1500 } }"))
                .anyMatch(line -> line.contains(" size PASSED: ") && line.contains(" in 1500 objects"))
                .anyMatch(line -> line.contains(", 2 LIST requests"));
    }

    @Test
    void other_datasets_in_the_same_folder_are_not_reported() {
        days().put("lake/kpi/latest/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/kpi/dt=2026-01-31_copy/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/kpi/dt=2026-01-31-copy/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/other/dt=2026-05-05/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(verify("lake/kpi/dt={date}/", "size: { objects: { max: 1 } }"))
                .anyMatch(line -> line.startsWith("I kpi dt=2026-01-31 size PASSED: 9 kB in 1 object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lake/kpi_{yyyyMMdd}.csv", "lake/kpi/dt={date}/"})
    void the_warning_can_be_disabled(String location) {
        days().put("lake/kpi/dt=2026-03-15/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/kpi_20260131.csv", 9000, "2026-02-01T03:00:00Z")
                .put("lake/kpi_20260315.csv", 9000, "2026-02-01T03:00:00Z");

        assertThat(verify(location, "recency: {}, complete: { last: 1, strays: skip }"))
                .noneMatch(line -> line.startsWith("W "));
    }

    @ParameterizedTest
    @CsvSource({"dt=2026-03-15/.keep, false", "dt=2026-03-15/_SUCCESS, false", "dt=2026-03-15/part-0, true"})
    void only_data_in_the_future_warns(String key, boolean warns) {
        days().put("lake/kpi/dt=2026-03-15/.first", 1, "2026-02-01T03:00:00Z")
                .put("lake/kpi/" + key, 9000, "2026-02-01T03:00:00Z");

        for (String checks : List.of("recency: {}", "delta: { against: previous, rise: 100% }")) {
            assertThat(verify("lake/kpi/dt={date}/", checks).stream()
                            .anyMatch(line -> line.contains("data in the future: dt=2026-03-15;")))
                    .as(checks)
                    .isEqualTo(warns);
        }
    }

    private CaseLake days() {
        CaseLake.days(9, day -> lake.put("lake/kpi/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));
        return lake;
    }

    private List<String> verify(String location, String checks) {
        return lake.verify(suite(location, checks));
    }

    private static String suite(String location, String checks) {
        return "{ zone: UTC, due: 6h, datasets: { kpi: { location: '" + location + "', checks: [ " + checks
                + " ] } } }";
    }
}
