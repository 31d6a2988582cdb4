// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Severity;
import io.lakecheck.partition.DayInterval;
import io.lakecheck.partition.DayOfMonth;
import io.lakecheck.partition.Days;
import io.lakecheck.partition.Period;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the syntax of percentages, dates, weekdays, time zones and fixed words. */
class ScalarTypeTest {

    private static final ChoiceType<Severity> SEVERITY = ChoiceType.of("severity", Severity.class);

    @Test
    void a_percentage_has_its_sign_with_or_without_a_space() {
        assertThat(PercentageType.ANY.value("30%")).isEqualTo(Percentage.of(30));
        assertThat(PercentageType.ANY.value("30 %")).isEqualTo(Percentage.of(30));
        assertThat(PercentageType.ANY.value("12.5%")).isEqualTo(new Percentage(new BigDecimal("12.5")));
        assertThat(PercentageType.ANY.value("250%")).isEqualTo(Percentage.of(250));
        GrammarAssert.rejected(PercentageType.ANY, "30").contains("'30'", "write 30%");
        GrammarAssert.rejected(PercentageType.ANY, "0.3").contains("'0.3'", "write 0.3%");
        GrammarAssert.rejected(PercentageType.ANY, "-30%").contains("'-30%'", "a percentage such as 30%");
    }

    @Test
    void a_drop_is_at_most_100_percent() {
        assertThat(PercentageType.UP_TO_ALL.value("100%")).isEqualTo(Percentage.of(100));
        GrammarAssert.rejected(PercentageType.UP_TO_ALL, "100.1%").contains("'100.1%'", "at most 100%");
    }

    @Test
    void a_percentage_survives_printing_and_parsing() {
        Random random = new Random(20260102);
        for (int i = 0; i < 1000; i++) {
            Percentage share = new Percentage(BigDecimal.valueOf(random.nextInt(1_000_000_000), random.nextInt(9)));

            assertThat(PercentageType.ANY.value(share.toString())).isEqualTo(share);
        }
    }

    @Test
    void a_date_is_a_day_of_the_calendar() {
        assertThat(DateType.TYPE.value("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
        GrammarAssert.rejected(DateType.TYPE, "2026-02-29").contains("'2026-02-29'", "does not exist");
        GrammarAssert.rejected(DateType.TYPE, "29.2.2024").contains("'29.2.2024'", "2026-12-25");
    }

    @Test
    void a_weekday_is_named_short_in_full_or_as_a_group() {
        assertThat(DaysType.TYPE.value("mon")).isEqualTo(Days.weekly(Set.of(DayOfWeek.MONDAY)));
        assertThat(DaysType.TYPE.value("sunday")).isEqualTo(Days.weekly(Set.of(DayOfWeek.SUNDAY)));
        assertThat(DaysType.TYPE.value("weekdays").weekdays())
                .isEqualTo(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        assertThat(DaysType.TYPE.value("weekends").weekdays())
                .isEqualTo(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(DaysType.TYPE.value("daily").weekdays()).hasSize(7);
        GrammarAssert.rejected(DaysType.TYPE, "mondey").contains("'mondey'", "'monday'?", "weekdays");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1                     | Write 1st
            day 22                | 22nd
            22. of month          | 22nd
            1st of the month      | Write 1st
            -1                    | Write last day for the last day of each month
            last                  | Write last day for the last day of each month
            end of month          | Write last day for the last day of each month
            End-of-month          | Write last day for the last day of each month
            month end             | Write last day for the last day of each month
            last day of month     | Write last day
            last workday of month | Write last workday
            first                 | Write first day, or a weekday such as first monday
            every monday          | Write monday
            Monday                | Write monday
            -2                    | Write, for example, last day or last workday, or list the dates in 'only'
            second last day       | Write, for example, last day or last workday, or list the dates in 'only'
            second-to-last friday | Write, for example, last day or last workday, or list the dates in 'only'
            last business day     | Write, for example, last workday or first workday
            end of quarter        | for example every: 3M from 2026-03-31
            fifth monday          | Write last instead of fifth
            """)
    void an_invalid_day_is_corrected(String text, String remedy) {
        GrammarAssert.rejected(DaysType.TYPE, text).contains("'" + text + "'").endsWith(remedy);
    }

    @Test
    void a_day_can_be_counted_within_its_month() {
        assertThat(DaysType.TYPE.value("1st")).isEqualTo(Days.monthly(DayOfMonth.day(1)));
        assertThat(DaysType.TYPE.value("23rd")).isEqualTo(Days.monthly(DayOfMonth.day(23)));
        assertThat(DaysType.TYPE.value("last day")).isEqualTo(Days.monthly(DayOfMonth.day(DayOfMonth.LAST)));
        assertThat(DaysType.TYPE.value("second workday")).isEqualTo(Days.monthly(DayOfMonth.workday(2)));
        assertThat(DaysType.TYPE.value("first monday"))
                .isEqualTo(DaysType.TYPE.value("1st mon"))
                .isEqualTo(Days.monthly(new DayOfMonth(1, Set.of(DayOfWeek.MONDAY), false)));
    }

    @Test
    void an_interval_has_a_date_to_count_from() {
        LocalDate monday = LocalDate.of(2026, 1, 5);
        assertThat(IntervalType.TYPE.value("2d from 2026-01-05"))
                .isEqualTo(new DayInterval(2, ChronoUnit.DAYS, monday));
        assertThat(IntervalType.TYPE.value("2 w from 2026-01-05"))
                .isEqualTo(new DayInterval(2, ChronoUnit.WEEKS, monday));
        assertThat(IntervalType.TYPE.value("3M from 2026-01-05"))
                .isEqualTo(new DayInterval(3, ChronoUnit.MONTHS, monday));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2d                         | Write, for example, 2d from 2026-01-05
            2D                         | Write, for example, 2d from 2026-01-05
            P2W                        | Write, for example, 2w from 2026-01-05
            15M                        | 15M from 2026-01-05. For partitions of minutes, write period: 15m
            1 month                    | Write, for example, 1M from 2026-01-05
            2 weeks from 2026-01-05    | Write 2w from 2026-01-05
            2m from 2026-01-05         | write period: 2m. For months, write 2M from 2026-01-05
            2d from 31.01.2026         | Write year, month and day, for example 2d from 2026-01-05
            1y from 2026-01-05         | Write 12M from 2026-01-05
            2 quarters from 2026-01-05 | Write 6M from 2026-01-05
            15m                        | Write period: 15m
            15min                      | Write period: 15m
            15 minutes                 | Write period: 15m
            PT15M                      | Write period: 15m
            6h from 2026-01-05         | List the hours of the day instead, for example hours: [0, 6, 12, 18]
            6 hours                    | List the hours of the day instead, for example hours: [0, 6, 12, 18]
            monday                     | Write days: monday
            every Monday               | Write days: monday
            """)
    void an_invalid_interval_is_corrected(String text, String remedy) {
        GrammarAssert.rejected(IntervalType.TYPE, text)
                .contains("'" + text + "'")
                .endsWith(remedy);
    }

    @Test
    void a_period_is_minutes_that_divide_an_hour() {
        assertThat(PeriodType.TYPE.value("15m")).isEqualTo(Period.minutes(15));
        assertThat(PeriodType.TYPE.value("60 m")).isEqualTo(Period.minutes(60));
        GrammarAssert.rejected(PeriodType.TYPE, "7m").contains("'7m'", "15m");
        GrammarAssert.rejected(PeriodType.TYPE, "90m").contains("'90m'", "15m");
        GrammarAssert.rejected(PeriodType.TYPE, "1h").contains("'1h'", "location");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "15M", "15min", "15 minutes", "PT15M"})
    void an_invalid_period_is_corrected(String text) {
        GrammarAssert.rejected(PeriodType.TYPE, text).contains("'" + text + "'").endsWith("Write 15m");
    }

    @Test
    void a_zone_is_a_region_or_an_offset() {
        assertThat(ZoneType.TYPE.value("Europe/London")).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(ZoneType.TYPE.value("+02:00")).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(ZoneType.TYPE.value("UTC")).isEqualTo(ZoneId.of("UTC"));
        GrammarAssert.rejected(ZoneType.TYPE, "America/NewYork").contains("'America/New_York'?");
        GrammarAssert.rejected(ZoneType.TYPE, "EST").contains("'EST'", "America/New_York");
        GrammarAssert.rejected(ZoneType.TYPE, "PDT").contains("'PDT'", "America/Los_Angeles");
        GrammarAssert.rejected(ZoneType.TYPE, "CEST").contains("'CEST'", "Europe/Paris");
        GrammarAssert.rejected(ZoneType.TYPE, "XST")
                .contains("'XST'", "Europe/London")
                .doesNotContain("Did you mean");
        GrammarAssert.rejected(ZoneType.TYPE, "Europe/Lodnon").contains("Did you mean 'Europe/London'");
        GrammarAssert.rejected(ZoneType.TYPE, "utc").contains("Did you mean 'UTC'");
        GrammarAssert.rejected(ZoneType.TYPE, "Middle-earth").contains("'Middle-earth'", "Europe/London");
        GrammarAssert.rejected(ZoneType.TYPE, "Europe London").contains("'Europe London'", "Europe/London");
    }

    @Test
    void fixed_words_are_lower_case_and_exact() {
        assertThat(SEVERITY.value("fail")).isEqualTo(Severity.FAIL);
        assertThat(SEVERITY.value("warn")).isEqualTo(Severity.WARN);
        GrammarAssert.rejected(SEVERITY, "WARN").contains("'WARN'", "'warn'?", "fail or warn");
        GrammarAssert.rejected(SEVERITY, "error")
                .contains("'error'", "fail or warn")
                .doesNotContain("?");
    }

    @Test
    void true_is_a_boolean_and_yes_is_not() {
        assertThat(BooleanType.TYPE.value("true")).isTrue();
        assertThat(BooleanType.TYPE.value("false")).isFalse();
        GrammarAssert.rejected(BooleanType.TYPE, "yes").contains("'yes'").endsWith("Write true");
        GrammarAssert.rejected(BooleanType.TYPE, "No").contains("'No'").endsWith("Write false");
        GrammarAssert.rejected(BooleanType.TYPE, "maybe").contains("'maybe'").endsWith("true or false");
    }

    @Test
    void a_count_is_within_its_bounds() {
        CountType counts = new CountType(1, 9600);

        assertThat(counts.value("1")).isEqualTo(1);
        assertThat(counts.value("9600")).isEqualTo(9600);
        GrammarAssert.rejected(counts, "0").startsWith("0 ").contains("at least 1");
        GrammarAssert.rejected(counts, "9601").startsWith("9601 ").contains("at most 9600");
        GrammarAssert.rejected(counts, "1.5").contains("'1.5'", "whole number");
        GrammarAssert.rejected(counts, "9999999999999999999").contains("whole number");
    }
}
