// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.survey.Lakecheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the baseline {@code usual} of datasets whose days have no weekly pattern. */
class RareDaysTest {

    private final MemoryLake lake = new MemoryLake(Instant.parse("2026-03-01T00:00:00Z"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            days: [1st, 15th]                           | 2026-02-01
            days: [mon, last day]                       | 2026-01-31
            days: [mon, tue, last day]                  | 2026-01-31
            days: [mon, last day]                       | 2026-01-26
            days: last day                              | 2026-01-31
            every: 4d from 2026-01-31                   | 2026-01-31
            every: 5d from 2026-01-31                   | 2026-01-31
            every: 6d from 2026-01-31                   | 2026-01-31
            every: 7d from 2026-01-31                   | 2026-01-31
            every: 8d from 2026-01-31                   | 2026-01-31
            every: 13d from 2026-01-31                  | 2026-01-31
            every: 3w from 2026-01-31                   | 2026-01-31
            'every: 2d from 2026-01-31, days: sat'      | 2026-01-31
            'every: 4d from 2026-01-30, days: weekdays' | 2026-01-30
            """)
    void are_judged_if_there_is_enough_history(String rhythm, LocalDate newest) {
        for (LocalDate day = newest.minusDays(600); day.isBefore(newest); day = day.plusDays(1)) {
            put(day.toString(), 9000 + 10 * (day.toEpochDay() % 7));
        }
        put(newest.toString(), 2000);

        Finding delta = delta("{date}/", rhythm, newest);

        assertThat(delta.partition().label()).isEqualTo(newest.toString());
        assertThat(delta.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void may_be_half_a_year_apart() {
        LocalDate newest = LocalDate.parse("2026-01-31");
        for (int half = 1; half <= 24; half++) {
            put(newest.minusMonths(6L * half).toString(), 9000 + half);
        }
        put(newest.toString(), 2000);

        assertThat(delta("{date}/", "every: 6M from 2026-01-31", newest).outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void can_be_listed_dates() {
        List<LocalDate> dates = IntStream.range(0, 15)
                .mapToObj(
                        month -> LocalDate.parse("2024-11-05").plusMonths(month).plusDays(month % 3))
                .toList();
        LocalDate newest = dates.get(14);
        dates.forEach(day -> put(day.toString(), 9000));
        put(newest.toString(), 2000);

        assertThat(delta("{date}/", "only: " + dates, newest).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void are_skipped_without_history() {
        put("2026-01-31", 2000);

        assertThat(delta("{date}/", "only: [2026-01-31, 2026-03-31]", LocalDate.parse("2026-01-31"))
                        .outcome())
                .isEqualTo(Outcome.SKIPPED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            days: 1st                 | 2026-02-01 | 2025-12-01
            every: 5d from 2026-01-31 | 2026-01-31 | 2026-01-21
            """)
    void are_failing_since_an_earlier_one(String rhythm, LocalDate newest, LocalDate since) {
        for (LocalDate day = newest.minusDays(800); !day.isAfter(newest); day = day.plusDays(1)) {
            put(day.toString(), day.isBefore(since) ? 9000 : 2000);
        }

        assertThat(delta("{date}/", rhythm, newest).streak())
                .hasValueSatisfying(streak -> assertThat(streak.first().label()).isEqualTo(since.toString()));
    }

    @Test
    void of_listed_years_are_found_quickly() {
        put("2024", 9000);
        put("2025", 9000);

        Finding delta = assertTimeout(
                Duration.ofSeconds(3),
                () -> delta(
                        "{yyyy}/",
                        "days: last workday, only: [2024-12-31, 2025-12-31]",
                        LocalDate.parse("2026-02-10")));

        assertThat(delta.partition().label()).isEqualTo("2025");
        assertThat(delta.outcome()).isEqualTo(Outcome.SKIPPED);
    }

    private void put(String folder, long bytes) {
        lake.put("s3://b/lake/" + folder + "/part-0", bytes, "2026-01-31T23:00:00Z");
    }

    /** Returns the finding on the newest partition at the end of a date. */
    private Finding delta(String location, String rhythm, LocalDate newest) {
        String suite = "{ zone: UTC, datasets: { kpi: { location: 's3://b/lake/" + location + "', " + rhythm
                + ", checks: [ delta: {} ] } } }";
        Instant now = newest.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Stream.of(Lakecheck.on(lake)
                        .at(Clock.fixed(now, ZoneOffset.UTC))
                        .run(SuiteFile.parse("lakecheck.yml", suite, Path.of("."))))
                .flatMap(report -> report.findings().stream())
                .findFirst()
                .orElseThrow();
    }
}
