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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests data in folders that no check reads, because their dates are missing or can't be right. */
class LostDataTest {

    private static final String WRITTEN = "2026-02-01T03:00:00Z";

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
    }

    @Test
    void names_lost_data_in_a_bare_layout_before_other_strays() {
        CaseLake.days(31, day -> lake.put("lake/bare/" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));
        for (String stray : List.of("__HIVE_DEFAULT_PARTITION__", "1970-01-01", "9999-12-31", "2026-1-5")) {
            lake.put("lake/bare/" + stray + "/part-0", 9000, WRITTEN);
        }

        assertThat(verify("lake/bare/{date}/")).anySatisfy(line -> assertThat(line)
                .startsWith("E kpi 2026-01-31 complete FAILED: stray folders: __HIVE_DEFAULT_PARTITION__ ")
                .containsSubsequence("9999-12-31", "1970-01-01", "2026-1-5", "all of the last 31 days"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dt=__HIVE_DEFAULT_PARTITION__",
                "dt=null",
                "dt=None",
                "dt=NaT",
                "dt=",
                "dt=__DEFAULT_PARTITION__",
                "dt=%Y-%m-%d",
                "dt=${date}",
                "dt={{ ds }}",
                "dt=yyyy-MM-dd",
                "dt=0001-01-01",
                "dt=1900-01-01",
                "dt=1969-12-31",
                "dt=1970-01-21",
                "dt=2016-01-05",
                "dt=2206-01-05",
                "dt=9999-12-31",
                "dt=2026-02-03",
                "dt=2026-13-01"
            })
    void a_date_that_is_missing_or_wrong_is_lost_data(String name) {
        CaseLake.days(31, day -> lake.put("lake/kpi/dt=" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));
        lake.put("lake/kpi/" + name + "/part-0", 9000, WRITTEN);
        lake.put("lake/kpi/dt=2026-02-01/part-0", 900, WRITTEN);
        lake.put("lake/kpi/_temporary/0/part-0", 900, WRITTEN);

        assertThat(verify("lake/kpi/dt={date}/"))
                .anyMatch(line -> line.startsWith("E kpi dt=2026-01-31 complete FAILED: stray folder: " + name));
    }

    @Test
    void more_serious_strays_are_named_even_if_they_are_listed_last() {
        CaseLake.days(31, day -> lake.put("lake/kpi/" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));
        for (String stray :
                List.of("archive-a", "archive-b", "archive-c", "archive-d", "archive-e", "null", "x=null")) {
            lake.put("lake/kpi/" + stray + "/part-0", 9, WRITTEN);
        }

        assertThat(verify("lake/kpi/{date}/"))
                .anyMatch(line -> line.contains("stray folders: null (rows without a date), x=null (")
                        && line.contains(" and 2 more"));
    }

    @ParameterizedTest
    @CsvSource({
        "year=2026/month=01/day=__HIVE_DEFAULT_PARTITION__, rows without a date",
        "year=2026/month=null, rows without a date",
        "year=__HIVE_DEFAULT_PARTITION__, rows without a date",
        "year=1970, long before all other dates",
        "year=2062, in the future",
        "year=2026/month=12, in the future"
    })
    void finds_lost_data_on_each_level_of_a_nested_layout(String stray, String kind) {
        CaseLake.days(
                31,
                day -> lake.put(
                        String.format(Locale.ROOT, "lake/kpi/year=%tY/month=%<tm/day=%<td/part-0", day),
                        9000,
                        day.plusDays(1) + "T03:00:00Z"));
        lake.put("lake/kpi/" + stray + (stray.contains("day=") ? "/" : "/x/") + "part-0", 9000, WRITTEN);

        assertThat(verify("lake/kpi/year={yyyy}/month={MM}/day={dd}/"))
                .anyMatch(line -> line.contains("FAILED: stray folder: " + stray + " (" + kind + ")"));
    }

    @Test
    void finds_hours_without_a_value() {
        CaseLake.days(2, day -> {
            for (int hour = 0; hour < 24; hour++) {
                lake.put(
                        String.format(Locale.ROOT, "lake/h/dt=%s/hour=%02d/part-0", day, hour),
                        9,
                        day.plusDays(1) + "T00:30:00Z");
            }
        });
        lake.put("lake/h/dt=2026-01-31/hour=null/part-0", 9, WRITTEN);

        assertThat(lake.verify(suite("lake/h/dt={date}/hour={HH}/"), Map.of("partition", "2026-01-31T23")))
                .anyMatch(line -> line.contains("stray folder: dt=2026-01-31/hour=null (rows without a date)"));
    }

    @Test
    void folders_written_after_a_replayed_time_are_not_in_the_future() {
        CaseLake.days(31, day -> lake.put("lake/kpi/" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));

        assertThat(lake.verify(suite("lake/kpi/{date}/"), Map.of("asOf", "2026-01-20T12:00:00Z")))
                .noneMatch(line -> line.contains("stray"));
    }

    @Test
    void a_long_history_with_a_gap_is_not_lost_data() {
        CaseLake.days(31, day -> lake.put("lake/kpi/" + day + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z"));
        CaseLake.days(31, day -> lake.put("lake/kpi/" + day.minusYears(8) + "/part-0", 9000, WRITTEN));

        assertThat(verify("lake/kpi/{date}/")).noneMatch(line -> line.contains("stray"));
    }

    private List<String> verify(String location) {
        return lake.verify(suite(location));
    }

    private static String suite(String location) {
        return "{ zone: UTC, due: 6h, datasets: { kpi: { location: '" + location
                + "', checks: [ complete: { last: 31, strays: fail } ] } } }";
    }
}
