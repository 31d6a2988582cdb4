// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Severity;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The grammar of percentages, dates, days, zones and fixed words. */
class BlockValuesTest {

    private static final ChoiceType<Severity> SEVERITY = ChoiceType.of("severity", Severity.class);

    @Test
    void a_percentage_has_its_sign_with_or_without_a_space() {
        assertThat(PercentageType.ANY.value("30%")).isEqualTo(Percentage.of(30));
        assertThat(PercentageType.ANY.value("30 %")).isEqualTo(Percentage.of(30));
        assertThat(PercentageType.ANY.value("12.5%")).isEqualTo(new Percentage(new BigDecimal("12.5")));
        assertThat(PercentageType.ANY.value("250%")).isEqualTo(Percentage.of(250));
        Reads.refused(PercentageType.ANY, "30").endsWith("; it has no percent sign; write 30%");
        Reads.refused(PercentageType.ANY, "0.3").endsWith("; it has no percent sign; write 0.3%");
        Reads.refused(PercentageType.ANY, "-30%").contains("is no percentage; write a percentage such as 30%");
    }

    @Test
    void nothing_falls_by_more_than_all_of_it() {
        assertThat(PercentageType.UP_TO_ALL.value("100%")).isEqualTo(Percentage.of(100));
        Reads.refused(PercentageType.UP_TO_ALL, "100.1%")
                .startsWith("'100.1%' is more than all of it; write a percentage up to");
    }

    @Test
    void what_a_percentage_prints_as_it_is_read_as() {
        Random random = new Random(20260102);
        for (int i = 0; i < 1000; i++) {
            Percentage share = new Percentage(BigDecimal.valueOf(random.nextInt(1_000_000_000), random.nextInt(9)));

            assertThat(PercentageType.ANY.value(share.toString())).isEqualTo(share);
        }
    }

    @Test
    void a_date_is_a_day_of_the_calendar() {
        assertThat(DateType.TYPE.value("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
        Reads.refused(DateType.TYPE, "2026-02-29")
                .isEqualTo("there is no 2026-02-29; write a day that the calendar has");
        Reads.refused(DateType.TYPE, "29.2.2024").isEqualTo("'29.2.2024' is no date; write a date such as 2026-12-25");
    }

    @Test
    void a_day_is_named_short_or_in_full_or_with_others() {
        assertThat(WeekdayType.TYPE.value("mon")).containsExactly(DayOfWeek.MONDAY);
        assertThat(WeekdayType.TYPE.value("sunday")).containsExactly(DayOfWeek.SUNDAY);
        assertThat(WeekdayType.TYPE.value("weekdays")).isEqualTo(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        assertThat(WeekdayType.TYPE.value("weekends")).isEqualTo(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(WeekdayType.TYPE.value("daily")).hasSize(7);
        Reads.refused(WeekdayType.TYPE, "Monday")
                .startsWith("'Monday' is no day; did you mean monday? write one of daily,");
    }

    @Test
    void a_zone_is_a_region_or_an_offset() {
        assertThat(ZoneType.TYPE.value("Europe/London")).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(ZoneType.TYPE.value("+02:00")).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(ZoneType.TYPE.value("UTC")).isEqualTo(ZoneId.of("UTC"));
        Reads.refused(ZoneType.TYPE, "America/NewYork").contains("did you mean America/New_York?");
        Reads.refused(ZoneType.TYPE, "Middle-earth").contains("is no time zone that this JDK knows; write a time zone");
        Reads.refused(ZoneType.TYPE, "Europe London").contains("is no time zone; write a time zone");
    }

    @Test
    void fixed_words_are_small_and_exact() {
        assertThat(SEVERITY.value("fail")).isEqualTo(Severity.FAIL);
        assertThat(SEVERITY.value("warn")).isEqualTo(Severity.WARN);
        Reads.refused(SEVERITY, "WARN").isEqualTo("'WARN' is no severity; did you mean warn? write one of fail, warn");
        Reads.refused(SEVERITY, "error").isEqualTo("'error' is no severity; write one of fail, warn");
    }

    @Test
    void true_is_true_and_yes_is_refused() {
        assertThat(BooleanType.TYPE.value("true")).isTrue();
        assertThat(BooleanType.TYPE.value("false")).isFalse();
        Reads.refused(BooleanType.TYPE, "yes").isEqualTo("'yes' is no truth value; write true");
        Reads.refused(BooleanType.TYPE, "No").isEqualTo("'No' is no truth value; write false");
        Reads.refused(BooleanType.TYPE, "maybe").isEqualTo("'maybe' is no truth value; write true or false");
    }

    @Test
    void a_count_keeps_within_its_bounds() {
        CountType counts = new CountType(1, 9600);

        assertThat(counts.value("1")).isEqualTo(1);
        assertThat(counts.value("9600")).isEqualTo(9600);
        Reads.refused(counts, "0").isEqualTo("0 is too few; write at least 1");
        Reads.refused(counts, "9601").isEqualTo("9601 is too many; write at most 9600");
        Reads.refused(counts, "1.5").isEqualTo("'1.5' is no whole number; write a whole number of at least 1");
        Reads.refused(counts, "9999999999999999999").contains("is no whole number");
    }
}
