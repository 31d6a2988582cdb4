// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static io.lakecheck.suggest.TypicalLake.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests what is suggested for files with dates in their names, of several datasets in one folder. */
class DatedFilesTest {

    private final TypicalLake lake = new TypicalLake();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyyMMdd'_%s.csv'              | {yyyyMMdd}_%s.csv
            yyyy-MM-dd'-%s.json.gz'        | {date}-%s.json.gz
            'export_'yyyyMMdd'_%s.csv'     | export_{yyyyMMdd}_%s.csv
            yyyy'/'MM'/'yyyyMMdd'_%s.csv'  | {yyyy}/{MM}/{yyyyMMdd}_%s.csv
            yyyy'/'MM'/'dd'_%s.csv'        | {yyyy}/{MM}/{dd}_%s.csv
            yyyy'/'MM-dd'.%s.csv'          | {yyyy}/{MM-dd}.%s.csv
            """)
    void names_after_the_date_are_those_of_datasets(String pattern, String location) {
        put(pattern.formatted("orders"));
        put(pattern.formatted("returns"));

        assertThat(lake.keys())
                .containsSubsequence(
                        "orders:",
                        "location: s3://lake/crm/" + location.formatted("orders"),
                        "returns:",
                        "location: s3://lake/crm/" + location.formatted("returns"));
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyyMMdd'_1.csv'  | yyyyMMdd'_2.csv'      | {yyyyMMdd}_*.csv
            yyyyMMdd'_v1.csv' | yyyyMMdd'_v2.csv'     | {yyyyMMdd}_*.csv
            yyyyMMdd'.csv'    | yyyyMMdd'_errors.csv' | {yyyyMMdd}*
            """)
    void other_text_after_the_date_is_a_wildcard(String one, String other, String location) {
        put(one);
        put(other);

        assertThat(lake.keys()).startsWith("crm:", "location: \"s3://lake/crm/" + location + "\"");
    }

    @Test
    void similar_ids_before_the_date_are_those_of_datasets() {
        put("'export_7f3a_'yyyyMMdd'.csv'");
        put("'export_7f3b_'yyyyMMdd'.csv'");

        assertThat(lake.keys())
                .containsSubsequence(
                        "export_7f3a:",
                        "location: s3://lake/crm/export_7f3a_{yyyyMMdd}.csv",
                        "export_7f3b:",
                        "location: s3://lake/crm/export_7f3b_{yyyyMMdd}.csv");
        assertThat(lake.complaints()).isEmpty();
    }

    @Test
    void files_with_unpredictable_text_before_the_date_are_named() {
        lake.last(
                30,
                ChronoUnit.DAYS,
                day -> lake.put("kpi/" + name("yyyyMMdd'.csv'", day), lake.size(day, 1000), lake.night(day)));
        lake.last(
                30,
                ChronoUnit.DAYS,
                day -> lake.put(
                        "crm/export_" + lake.unpredictable() + name("'_'yyyyMMdd'.csv'", day), 100, lake.night(day)));

        assertThat(lake.keys()).startsWith("kpi:").doesNotContain("crm:");
        assertThat(lake.comments())
                .contains("cannot be predicted precedes the date", "s3://lake/crm/export_")
                .doesNotContain("the paths contain no date");
    }

    @Test
    void files_next_to_a_folder_with_another_dataset_are_found() {
        put("'archive/dt='yyyy-MM-dd'/part-0'");
        put("'orders_'yyyyMMdd'.csv'");

        assertThat(lake.keys())
                .containsSubsequence(
                        "location: s3://lake/crm/archive/dt={date}/",
                        "orders:",
                        "location: s3://lake/crm/orders_{yyyyMMdd}.csv");
        assertThat(lake.complaints()).isEmpty();
    }

    private void put(String pattern) {
        lake.last(
                60,
                ChronoUnit.DAYS,
                day -> lake.put("crm/" + name(pattern, day), lake.size(day, 1000), lake.night(day)));
    }
}
