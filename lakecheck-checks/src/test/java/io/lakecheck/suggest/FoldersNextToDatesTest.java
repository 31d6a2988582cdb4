// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static io.lakecheck.suggest.TypicalLake.NOW;
import static io.lakecheck.suggest.TypicalLake.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that folders next to dated ones do not cause a daily warning unless they are probably mistakes. */
class FoldersNextToDatesTest {

    private final TypicalLake lake = new TypicalLake();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'dt='yyyy-MM-dd     | latest
            yyyy/MM/dd          | latest
            yyyy/MM/dd          | 2026/summary
            yyyyMMdd            | current
            'dt='yyyy-MM-dd     | dt=latest
            'dt='yyyy-MM-dd     | backup_20260131
            yyyyMMdd            | backup_20260131
            yyyy-MM-dd          | v2
            'events_'yyyyMMdd   | events_intraday_20260131
            """)
    void other_folders_are_named_and_cause_no_warning(String pattern, String other) {
        days(pattern);
        lake.put("kpi/" + other + "/part-0", 1000, NOW.minusHours(8));

        assertThat(lake.keys()).contains("- complete: { strays: skip }");
        assertThat(lake.comments())
                .contains("next to the expected ones seem to be normal: " + other + "/")
                .doesNotContain("do not match");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void other_folders_of_some_tenants_cause_no_warning() {
        putTenants();
        lake.put("tenant=b/latest/part-0", 1000, NOW.minusHours(8));

        assertThat(lake.keys()).contains("- complete: { strays: skip }");
        assertThat(lake.complaints()).noneMatch(complaint -> complaint.contains("stray"));
    }

    @Test
    void other_dated_folders_cause_no_warning_of_any_dataset() {
        days("'events_'yyyyMMdd");
        days("'users_'yyyyMMdd");
        lake.put("kpi/events_intraday_20260131/part-0", 1000, NOW.minusHours(8));

        assertThat(lake.keys())
                .contains("events:", "users:")
                .filteredOn(line -> line.startsWith("- complete"))
                .containsOnly("- complete: { strays: skip }");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void other_datasets_next_to_dated_folders_are_no_strays() {
        days("'dt='yyyy-MM-dd");
        lake.last(
                30,
                ChronoUnit.DAYS,
                day -> lake.put(
                        "kpi/regions/" + name("yyyyMMdd", day) + "/part-0", lake.size(day, 1000), lake.night(day)));

        assertThat(lake.keys()).startsWith("kpi:").contains("regions:", "- complete: {}");
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyy-MM-dd        | kpi/failed/2026-01-%s/       | failed/
            'dt='yyyy-MM-dd   | kpi/failed/dt=2026-01-%s/    | failed/
            yyyy/MM/dd        | kpi/failed/2026/01/%s/       | failed/
            'events_'yyyyMMdd | kpi/rejected/dt=2026-01-%s/  | rejected/
            'events_'yyyyMMdd | kpi/errors_202601%s/         | errors_{yyyyMMdd}/
            'dt='yyyy-MM-dd   | kpi/a/b/dt=2026-01-%s/       | a/
            """)
    void datasets_of_which_all_checks_are_comments_cause_no_warning(String pattern, String rare, String other) {
        days(pattern);
        for (String day : List.of("04", "15", "16")) {
            lake.put(String.format(Locale.ROOT, rare, day) + "part-0", 1000, NOW.minusDays(4));
        }

        assertThat(lake.lines()).filteredOn(line -> line.matches("  # [a-z]+:")).hasSize(1);
        assertThat(lake.keys()).contains("- complete: { strays: skip }");
        assertThat(lake.comments()).contains("next to the expected ones seem to be normal: " + other);
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'dt='yyyy-MM-dd | dt=2026-1-5
            'dt='yyyy-MM-dd | dt=null
            'dt='yyyy-MM-dd | date=2026-01-05
            'dt='yyyy-MM-dd | date_2026-01-05
            'dt='yyyy-MM-dd | day-2026-01-05
            yyyyMMdd        | Date_20260105
            'dt='yyyy-MM-dd | 2026-01-05_old
            yyyyMMdd        | dt=2026-01-05
            'kpi_'yyyyMMdd  | kpi20260105
            'kpi_'yyyyMMdd  | KPI_20260105
            'events_'yyyyMMdd | event_20260105
            """)
    void mistakes_are_reported(String pattern, String mistake) {
        days(pattern);
        lake.put("kpi/" + mistake + "/part-0", 1000, NOW.minusHours(8));

        assertThat(lake.keys()).contains("- complete: {}");
        assertThat(lake.comments()).contains("do not match the pattern: " + mistake + "/");
        assertThat(lake.complaints()).singleElement().asString().contains(" complete WARNED: stray folder: " + mistake);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dt=null", "dt=2026-1-5", "date_2026-01-05"})
    void mistakes_are_reported_next_to_other_folders(String mistake) {
        days("'dt='yyyy-MM-dd");
        lake.put("kpi/latest/part-0", 1000, NOW.minusHours(8));
        lake.put("kpi/" + mistake + "/part-0", 1000, NOW.minusHours(8));

        assertThat(lake.keys()).contains("- complete: {}");
        assertThat(lake.comments())
                .contains("do not match the pattern: " + mistake + "/")
                .contains("these seem to be normal: latest/.");
        assertThat(lake.complaints())
                .singleElement()
                .asString()
                .contains(" complete WARNED: stray folders: " + mistake)
                .contains("latest");
    }

    @Test
    void mistakes_of_one_tenant_are_reported_next_to_other_folders() {
        putTenants();
        lake.put("tenant=b/latest/part-0", 1000, NOW.minusHours(8));
        lake.put("tenant=c/dt=null/part-0", 1000, NOW.minusHours(8));

        assertThat(lake.keys()).contains("- complete: {}");
        assertThat(lake.complaints()).anyMatch(complaint -> complaint.contains("stray folder: dt=null"));
    }

    private void days(String pattern) {
        lake.last(
                40,
                ChronoUnit.DAYS,
                day -> lake.put("kpi/" + name(pattern, day) + "/part-0", lake.size(day, 1000), lake.night(day)));
    }

    private void putTenants() {
        for (String tenant : List.of("a", "b", "c")) {
            lake.last(
                    30,
                    ChronoUnit.DAYS,
                    day -> lake.put(
                            "tenant=" + tenant + "/" + name("'dt='yyyy-MM-dd", day) + "/part-0",
                            lake.size(day, 1000),
                            lake.night(day)));
        }
    }
}
