// SPDX-License-Identifier: Apache-2.0
package kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayTest {

    @ParameterizedTest
    @CsvSource({"2026-01-31, 24", "2026-03-29, 23", "2026-10-25, 25"})
    void has_23_or_25_hours_when_the_clocks_change(LocalDate date, int hours) {
        Day day = new Day(date);

        assertThat(Duration.between(day.start(), day.end())).hasHours(hours);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31, 2026-02-01T03:00:00Z", "2026-07-31, 2026-08-01T02:00:00Z"})
    void is_processed_at_three_on_the_next_morning(LocalDate date, String instant) {
        assertThat(new Day(date).jobStart()).isEqualTo(instant);
    }

    @Test
    void arrives_on_its_own_and_the_next_date_in_winter() {
        assertThat(new Day(LocalDate.parse("2026-01-31")).arrivals())
                .containsExactly(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-01"));
    }

    @Test
    void arrives_from_the_previous_utc_date_on_in_summer() {
        assertThat(new Day(LocalDate.parse("2026-07-31")).arrivals())
                .containsExactly(
                        LocalDate.parse("2026-07-30"), LocalDate.parse("2026-07-31"), LocalDate.parse("2026-08-01"));
    }
}
