// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static io.lakecheck.suggest.TypicalLake.NOW;
import static io.lakecheck.suggest.TypicalLake.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that names that could be read in several ways are read in the right one, or not at all. */
class AmbiguousNamesTest {

    private final TypicalLake lake = new TypicalLake();

    @ParameterizedTest
    @ValueSource(strings = {"dd-MM-yyyy", "dd.MM.yyyy", "dd_MM_yyyy", "yyMMdd", "ddMMyy"})
    void days_in_unusual_order(String pattern) {
        lake.last(90, ChronoUnit.DAYS, day -> lake.put("kpi/" + name(pattern, day) + "/part", 1000, lake.night(day)));

        assertThat(lake.keys()).startsWith("kpi:", "location: s3://lake/kpi/{" + pattern + "}/");
        assertThat(lake.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'year='YYYY/'week='ww | year={YYYY}/week={ww}/
            'week='YYYY-ww        | week={YYYY-ww}/
            """)
    void the_word_before_a_number_states_its_unit(String pattern, String template) {
        lake.last(
                4, ChronoUnit.WEEKS, week -> lake.put("kpi/" + name(pattern, week) + "/part", 1000, week.plusDays(8)));

        assertThat(lake.keys()).startsWith("kpi:", "location: s3://lake/kpi/" + template);
    }

    @ParameterizedTest
    @ValueSource(strings = {"month=01", "week=01"})
    void numbers_with_a_coarser_unit_are_not_hours(String folder) {
        lake.last(
                60,
                ChronoUnit.DAYS,
                day -> lake.put("kpi/" + name("'dt='yyyy-MM-dd/", day) + folder + "/part", 1000, lake.night(day)));

        assertThat(lake.keys()).startsWith("kpi:", "location: s3://lake/kpi/dt={date}/");
    }

    @Test
    void each_level_of_the_same_members_has_its_own_placeholder() {
        lake.last(20, ChronoUnit.DAYS, day -> {
            for (int i = 0; i < 27; i++) {
                String folder = "org=" + i / 9 + "/org=" + i / 3 % 3 + "/org=" + i % 3 + "/";
                lake.put(folder + name("'dt='yyyy-MM-dd", day) + "/part", 1000, lake.night(day));
            }
        });

        assertThat(lake.keys()).anyMatch(line -> line.endsWith("org={org3}/org={org2}/org={org}/dt={date}/"));
    }

    @Test
    void a_long_number_is_preceded_by_a_letter() {
        lake.last(
                20,
                ChronoUnit.DAYS,
                day -> lake.put("7".repeat(70) + "/" + name("'dt='yyyy-MM-dd", day) + "/part", 1, NOW.minusDays(1)));

        assertThat(lake.keys()).startsWith("n" + "7".repeat(59) + ":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-19 2019-20 2020-21 2021-22 2022-23 2023-24 2024-25 2025-26",
                "2002-03 2003-04 2004-05 2005-06 2006-07",
                "2024/1 2024/2 2024/3 2024/4",
                "2024/1 2024/2 2024/3 2024/4 2025/1 2025/2 2025/3 2025/4",
                "FY2026/P10 FY2026/P11 FY2026/P12 FY2026/P13",
                "FY2026/W28 FY2026/W29 FY2026/W30 FY2026/W31",
                "201001 201002 201003 201004 201005 201006",
                "sku-20010101 sku-20010102 sku-20010103 sku-20010104"
            })
    void what_only_looks_like_dates_is_listed_by_example(String folders) {
        for (String folder : folders.split(" ")) {
            lake.put("other/" + folder + "/part", 1000, NOW.minusDays(20));
        }
        lake.last(
                10,
                ChronoUnit.DAYS,
                day -> lake.put("kpi/" + name("'dt='yyyy-MM-dd", day) + "/part", 1000, lake.night(day)));

        assertThat(lake.keys()).startsWith("kpi:").noneMatch(line -> line.contains("/other/"));
        assertThat(lake.comments()).contains("s3://lake/other/");
    }
}
