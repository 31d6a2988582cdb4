// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Suite;
import io.lakecheck.spec.SuiteFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests which checks {@code suggest} proposes for lakes without flaws, and which ones it does not propose for sparse
 * lakes.
 */
class SuggestedChecksTest {

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
    }

    @Test
    void a_check_that_would_have_alerted_on_many_days_is_only_a_comment() {
        CaseLake.days(120, day -> {
            long bytes = day.toEpochDay() * day.toEpochDay() % 13 == 1 ? 60_000 : 9000;
            lake.put("lake/kpi/dt=" + day + "/part-0", bytes, day.plusDays(1) + "T03:00:00Z");
        });

        List<String> lines = lake.suggest();

        assertThat(lines)
                .anyMatch(line -> line.startsWith("      # - delta: "))
                .anyMatch(line -> line.startsWith("      - size: "));
        assertThat(String.join(" ", lines).replaceAll(" +(# +)*", " "))
                .contains("This check is not suggested, because it would have alerted on more than 5 %");
        assertThat(suite(lines).datasets().get(0).checks())
                .extracting(check -> check.name())
                .contains("recency", "size")
                .doesNotContain("delta");
        assertThat(lines).noneMatch(line -> line.startsWith("I kpi delta "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            second day       | every: 2d from 2025-07-17
            first of a month | days: [1st]
            last of a month  | location: lake/errors/dt={date+1M-1d}/
            a few days       | absent: ok
            four hours       | hours: [0, 6, 12, 18]
            """)
    void nothing_is_suggested_that_its_own_backtest_refutes(String rhythm, String key) {
        Predicate<LocalDate> exists =
                switch (rhythm) {
                    case "second day" -> day -> day.toEpochDay() % 2 == 0;
                    case "first of a month" -> day -> day.getDayOfMonth() == 1;
                    case "last of a month" -> day -> day.plusDays(1).getDayOfMonth() == 1;
                    case "a few days" -> day -> day.toEpochDay() * day.toEpochDay() % 31 == 5;
                    default -> day -> true;
                };
        CaseLake.days(200, day -> {
            if (exists.test(day) && rhythm.equals("four hours")) {
                fourHours(day);
            } else if (exists.test(day)) {
                put("lake/errors/dt=" + day, day);
            }
        });

        List<String> lines = lake.suggest();

        assertThat(lines).anyMatch(line -> line.equals("    " + key));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("I errors "))
                .isNotEmpty()
                .allMatch(line -> line.contains(" alerted on 0 of "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'year='yyyy'/month='MM'/day='dd | year={yyyy}/month={MM}/day={dd}/
            yyyy/MM/dd                      | {yyyy}/{MM}/{dd}/
            yyyy/MMdd                       | {yyyy}/{MMdd}/
            'kpi_'yyyy/MM-dd                | kpi_{yyyy}/{MM-dd}/
            """)
    void a_year_is_part_of_the_date_even_if_all_data_is_of_one_year(String pattern, String location) {
        CaseLake.days(31, day -> {
            String path = DateTimeFormatter.ofPattern(pattern, Locale.UK).format(day);
            lake.put("lake/kpi/" + path + "/part-0", 9000, day.plusDays(1) + "T03:00:00Z");
        });

        assertThat(lake.suggest())
                .filteredOn(line -> line.startsWith("    location: "))
                .containsExactly("    location: lake/kpi/" + location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"__HIVE_DEFAULT_PARTITION__/part-0", "index.html", "_SUCCESS", "010/part-0"})
    void one_odd_name_does_not_turn_days_into_months(String odd) {
        CaseLake.days(31, day -> put("lake/kpi/" + day.toString().replace('-', '/'), day));
        lake.put("lake/kpi/2026/01/" + odd, 9, "2026-02-01T03:00:00Z");

        List<String> lines = lake.suggest();

        assertThat(lines).contains("    location: lake/kpi/{yyyy}/{MM}/{dd}/");
        if (odd.endsWith("/part-0")) {
            assertThat(lines).anyMatch(line -> line.contains("2026/01/" + odd.replace("part-0", "")));
        }
    }

    private void fourHours(LocalDate day) {
        for (int hour = 0; hour < 24; hour += 6) {
            lake.put(
                    String.format(Locale.ROOT, "lake/errors/dt=%s/hour=%02d/part-0", day, hour),
                    9000 + hour,
                    String.format(Locale.ROOT, "%sT%02d:10:00Z", day, hour + 1));
        }
    }

    private void put(String path, LocalDate day) {
        lake.put(path + "/part-0", 9000 + day.toEpochDay() % 7, day.plusDays(1) + "T03:00:00Z");
    }

    private Suite suite(List<String> lines) {
        String yaml = lines.stream()
                .filter(line -> line.startsWith(" ") || line.startsWith("zone:") || line.startsWith("datasets:"))
                .collect(Collectors.joining("\n", "", "\n"));
        return SuiteFile.parse("the suggestion", yaml, folder);
    }
}
