// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static io.lakecheck.suggest.TypicalLake.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what is suggested if a date is spread over a folder of the year or month and the names in it. */
class NestedDatesTest {

    private final TypicalLake lake = new TypicalLake();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DAYS   | 'fx/'yyyy'/rates-'MM-dd'.csv'       | rates | fx/{yyyy}/rates-{MM-dd}.csv
            DAYS   | 'fx/'yyyy'/rates_'MMdd'.csv'        | rates | fx/{yyyy}/rates_{MMdd}.csv
            DAYS   | 'fx/year='yyyy'/'MM.dd'.csv'        | fx    | fx/year={yyyy}/{MM.dd}.csv
            DAYS   | 'fx/'yyyy'/rates_'MM_dd'_v1.csv.gz' | rates | "fx/{yyyy}/rates_{MM_dd}_v1.csv.gz"
            DAYS   | 'fx/'yyyy'/rates-'dd-MM'.csv'       | rates | fx/{yyyy}/rates-{dd-MM}.csv
            DAYS   | 'fx/'yyyy'/'MMM-dd'.csv'            | fx    | fx/{yyyy}/{MMM-dd}.csv
            DAYS   | 'fx/'yyyy'/'MM'/rates_'MM-dd'.csv'  | rates | fx/{yyyy}/{MM}/rates_{MM-dd}.csv
            DAYS   | 'fx/'yyyy-MM'/'MMdd'.csv'           | fx    | fx/{yyyy-MM}/{MMdd}.csv
            MONTHS | 'fx/'yyyy'/rates-'MM'.csv'          | rates | fx/{yyyy}/rates-{MM}.csv
            MONTHS | 'fx/'yyyy'/'MMM'.csv'               | fx    | fx/{yyyy}/{MMM}.csv
            WEEKS  | 'fx/'YYYY'/week-'ww'.csv'           | fx    | fx/{YYYY}/week-{ww}.csv
            """)
    void files_named_by_the_rest_of_a_date(ChronoUnit unit, String pattern, String dataset, String location) {
        put(pattern, unit, 100);

        assertThat(lake.keys()).startsWith(dataset + ":", "location: s3://lake/" + location.replace("\"", ""));
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'modis/'yyyy/DDD'/tile.tif'              | modis/{yyyy}/{DDD}/
            'modis/year='yyyy/'doy='DDD'/tile.tif'   | modis/year={yyyy}/doy={DDD}/
            """)
    void days_of_the_year(String pattern, String location) {
        put(pattern, ChronoUnit.DAYS, 100);

        assertThat(lake.keys()).startsWith("modis:", "location: s3://lake/" + location);
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void three_digit_ids_are_not_days_of_the_year() {
        for (int department = 101; department < 300; department += 7) {
            lake.put("sales/2025/" + department + "/part-0", 1000L + department, TypicalLake.NOW.minusDays(20));
        }
        put("'kpi/dt='yyyy-MM-dd'/part-0'", ChronoUnit.DAYS, 30);

        assertThat(lake.keys()).startsWith("kpi:").noneMatch(line -> line.contains("{DDD}"));
    }

    @Test
    void a_first_week_that_is_incomplete_proves_nothing() {
        put("'crm/'YYYY-'W'ww'/'EEE'/part-0'", ChronoUnit.DAYS, 100);

        assertThat(lake.keys())
                .contains(
                        "location: s3://lake/crm/{YYYY-'W'ww}/",
                        "parts: { \"*\": [Fri, Mon, Sat, Sun, Thu, Tue, Wed] }",
                        "- complete: { last: 12 }")
                .anyMatch(line -> line.endsWith("objects: { min: 7, max: 7 } }"));
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void files_of_a_year_that_only_have_numbers_are_not_dated() {
        for (int year = 2021; year <= 2025; year++) {
            for (int part = 1; part <= 12; part++) {
                lake.put(
                        String.format(Locale.ROOT, "sales/%d/part-%02d.csv", year, part),
                        1000L + part,
                        TypicalLake.NOW.withYear(year + 1).withMonth(1).withDayOfMonth(2));
            }
        }

        assertThat(lake.keys()).startsWith("sales:", "location: s3://lake/sales/{yyyy}/");
    }

    @Test
    void files_with_different_prefixes_are_separate_datasets() {
        put("'exports/'yyyy/MM/'orders_'yyyyMMdd'.csv'", ChronoUnit.DAYS, 100);
        put("'exports/'yyyy/MM/'returns_'yyyyMMdd'.csv'", ChronoUnit.DAYS, 100);

        assertThat(lake.keys())
                .containsSubsequence(
                        "orders:",
                        "location: s3://lake/exports/{yyyy}/{MM}/orders_{yyyyMMdd}.csv",
                        "returns:",
                        "location: s3://lake/exports/{yyyy}/{MM}/returns_{yyyyMMdd}.csv");
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyy'/kpi/'MM/dd'/part'                    | kpi | {yyyy}/kpi/{MM}/{dd}/
            yyyy'/kpi/dt='yyyy-MM-dd'/part'            | kpi | {yyyy}/kpi/dt={date}/
            yyyy'/kpi/'yyyyMMdd'.csv'                  | kpi | {yyyy}/kpi/{yyyyMMdd}.csv
            yyyy/MM'/kpi/'dd'/part'                    | kpi | {yyyy}/{MM}/kpi/{dd}/
            yyyy-MM'/kpi/kpi_'yyyyMMdd'.csv'           | kpi | {yyyy-MM}/kpi/kpi_{yyyyMMdd}.csv
            'lake/archive'yyyy'/kpi/'MM-dd'/part'      | kpi | lake/archive{yyyy}/kpi/{MM-dd}/
            'kpi'yyyy'/data/dt='yyyy-MM-dd'/part'      | kpi | kpi{yyyy}/data/dt={date}/
            """)
    void undated_folders_between_the_parts_of_a_date(String pattern, String dataset, String location) {
        put(pattern, ChronoUnit.DAYS, 450);

        assertThat(lake.keys()).startsWith(dataset + ":", "location: s3://lake/" + location);
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void each_undated_folder_in_those_of_the_years_is_a_dataset() {
        for (String dataset : List.of("kpi", "sales", "stock")) {
            put("yyyy'/" + dataset + "/'MM/dd'/part'", ChronoUnit.DAYS, 450);
        }

        assertThat(lake.keys()).containsSubsequence("kpi:", "sales:", "stock:").doesNotContain("lake:");
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'kpi'yyyy/MM/dd'/part'            | kpi
            'kpi_'yyyy'/dt='yyyy-MM-dd'/part' | kpi
            'kpi-'yyyy-MM'/'dd'/part'         | kpi
            'kpi/year-'yyyy/MM/dd'/part'      | kpi
            'kpi/archive'yyyy/MM/dd'/part'    | kpi
            'kpi/y'yyyy'/m'MM'/d'dd'/part'    | kpi
            """)
    void the_name_comes_from_what_precedes_the_year(String pattern, String dataset) {
        put(pattern, ChronoUnit.DAYS, 450);

        assertThat(lake.keys()).startsWith(dataset + ":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kpi/2026/01/index.html", "kpi/2026/summary.csv", "kpi/readme.txt", "kpi/2026/01/notes.md"})
    void what_is_next_to_dated_folders_is_named(String odd) {
        put("'kpi/'yyyy/MM/dd'/part'", ChronoUnit.DAYS, 40);
        lake.put(odd, 100, TypicalLake.NOW.minusDays(1));

        assertThat(lake.keys()).startsWith("kpi:", "location: s3://lake/kpi/{yyyy}/{MM}/{dd}/");
        assertThat(lake.comments()).contains("next to dated folders rather than in them: s3://lake/" + odd);
    }

    private void put(String pattern, ChronoUnit unit, int periods) {
        lake.last(
                periods,
                unit,
                from -> lake.put(
                        name(pattern, from),
                        lake.size(from, 1000),
                        from.plus(1, unit).plusHours(3)));
    }
}
