// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CadenceTest {

    @Test
    void days_and_hours_repeat_by_weekday() {
        assertThat(Cadence.of(Period.DAY)).isEqualTo(Cadence.DAYS).isEqualTo(Cadence.of(Period.HOUR));
        assertThat(Cadence.DAYS).isEqualTo(new Cadence(140, 7, 7, 8, 7, 28));
        assertThat(Cadence.DAYS.hasWeekdays()).isTrue();
    }

    @Test
    void weeks_and_months_have_no_cycle() {
        assertThat(Cadence.of(Period.WEEK)).isEqualTo(Cadence.PERIODS).isEqualTo(Cadence.of(Period.MONTH));
        assertThat(Cadence.PERIODS).isEqualTo(new Cadence(60, 1, 3, 4, 4, 8));
        assertThat(Cadence.PERIODS.hasWeekdays()).isFalse();
    }

    @Test
    void an_hour_is_compared_with_the_same_hour_of_other_days() {
        assertThat(before(Period.HOUR, "2026-03-30T14:00", 2)).isEqualTo("2026-03-28T14:00");
        assertThat(before(Period.DAY, "2026-03-01T00:00", 1)).isEqualTo("2026-02-28T00:00");
    }

    @Test
    void weeks_and_months_are_compared_with_the_periods_before() {
        assertThat(before(Period.WEEK, "2026-03-30T00:00", 2)).isEqualTo("2026-03-16T00:00");
        assertThat(before(Period.MONTH, "2026-03-01T00:00", 2)).isEqualTo("2026-01-01T00:00");
    }

    @Test
    void an_hour_that_the_clock_skips_does_not_exist() {
        assertThat(Cadence.DAYS.before(span(Period.HOUR, "2026-03-30T01:00"), 1).exists())
                .isFalse();
    }

    private static String before(Period period, String from, int back) {
        return Cadence.of(period).before(span(period, from), back).from().toString();
    }

    private static Span span(Period period, String from) {
        return new Span(period, LocalDateTime.parse(from), ZoneId.of("Europe/London"), Duration.ZERO);
    }
}
