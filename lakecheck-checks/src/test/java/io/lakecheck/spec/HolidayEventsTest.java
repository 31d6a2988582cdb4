// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests which days the events in an iCalendar file have, and which events are rejected because their days would be a
 * guess.
 */
class HolidayEventsTest {

    private static final String CHRISTMAS = "DTSTART;VALUE=DATE:20261225";

    @Test
    void a_whole_day_is_a_day() {
        assertThat(days(CHRISTMAS)).isEqualTo(dates("2026-12-25"));
        assertThat(days("DTSTART:20261225")).isEqualTo(dates("2026-12-25"));
    }

    @Test
    void the_end_is_the_day_after_the_last() {
        assertThat(days(CHRISTMAS, "DTEND;VALUE=DATE:20261226")).isEqualTo(dates("2026-12-25"));
        assertThat(days(CHRISTMAS, "DTEND;VALUE=DATE:20261227")).isEqualTo(dates("2026-12-25", "2026-12-26"));
        assertThat(days(CHRISTMAS, "DTEND;VALUE=DATE:20270102")).hasSize(8).contains(LocalDate.of(2027, 1, 1));
    }

    @Test
    void an_event_that_ends_on_its_first_day_is_that_day() {
        assertThat(days(CHRISTMAS, "DTEND;VALUE=DATE:20261225")).isEqualTo(dates("2026-12-25"));
    }

    @Test
    void a_duration_may_be_a_number_of_days() {
        assertThat(days(CHRISTMAS, "DURATION:P1D")).isEqualTo(dates("2026-12-25"));
        assertThat(days(CHRISTMAS, "DURATION:P1W")).hasSize(7).contains(LocalDate.of(2026, 12, 31));
    }

    @Test
    void everything_else_in_a_real_calendar_is_ignored() {
        String calendar = """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Example//Holidays//EN
                BEGIN:VTIMEZONE
                TZID:Europe/London
                BEGIN:DAYLIGHT
                DTSTART:19700329T010000
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                END:DAYLIGHT
                END:VTIMEZONE
                BEGIN:VEVENT
                UID:1@example
                DTSTAMP:20260101T000000Z
                dtstart;value=date;X-NOTE="a:b":20261225
                DTEND;VALUE=DATE:20261227
                SUMMARY:Christmas and
                  Boxing Day
                BEGIN:VALARM
                TRIGGER:-PT15M
                DURATION:PT5M
                END:VALARM
                TRANSP:TRANSPARENT
                END:VEVENT
                BEGIN:VTODO
                DTSTART;VALUE=DATE:20260101
                END:VTODO
                END:VCALENDAR
                """;

        assertThat(HolidayEvents.read(calendar.replace("\n", "\r\n"))).isEqualTo(dates("2026-12-25", "2026-12-26"));
        assertThat(HolidayEvents.read(calendar.replace("\n", "\r"))).isEqualTo(dates("2026-12-25", "2026-12-26"));
    }

    @Test
    void a_folded_line_continues_after_a_space_or_a_tab() {
        assertThat(days("DTSTART;VALUE=DA\r\n TE:2026\r\n\t1225")).isEqualTo(dates("2026-12-25"));
    }

    @Test
    void a_cancelled_event_is_not_a_holiday() {
        assertThat(HolidayEvents.read(event(CHRISTMAS) + event("DTSTART:20261226", "STATUS:CANCELLED")))
                .isEqualTo(dates("2026-12-25"));
        assertThat(HolidayEvents.read(event(CHRISTMAS) + event("DTSTART:20261228", "STATUS:CONFIRMED")))
                .isEqualTo(dates("2026-12-25", "2026-12-28"));
    }

    @Test
    void a_yearly_event_is_the_same_date_each_year() {
        assertThat(days("DTSTART:20200501", "RRULE:FREQ=YEARLY"))
                .contains(LocalDate.of(2020, 5, 1), LocalDate.of(2026, 5, 1), LocalDate.of(2100, 5, 1))
                .doesNotContain(LocalDate.of(2019, 5, 1))
                .allMatch(day -> day.getMonthValue() == 5 && day.getDayOfMonth() == 1);
    }

    @Test
    void a_yearly_event_that_started_long_ago_still_recurs() {
        assertThat(days("DTSTART:19700101", "RRULE:FREQ=YEARLY")).contains(LocalDate.of(2027, 1, 1));
        assertThat(days("DTSTART:16040101", "RRULE:FREQ=YEARLY")).contains(LocalDate.of(2027, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;INTERVAL=1;WKST=MO",
                "WKST=SU;FREQ=YEARLY",
                "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1",
                "FREQ=YEARLY;BYMONTHDAY=01;BYMONTH=05",
                "FREQ=YEARLY;COUNT=100",
                "FREQ=YEARLY;UNTIL=20501231T235959Z"
            })
    void equivalent_rules_are_yearly_too(String rule) {
        assertThat(days("DTSTART:20200501", "RRULE:" + rule)).contains(LocalDate.of(2026, 5, 1));
    }

    @Test
    void a_yearly_event_ends_with_its_rule() {
        assertThat(days("DTSTART:20240501", "RRULE:FREQ=YEARLY;COUNT=2")).isEqualTo(dates("2024-05-01", "2025-05-01"));
        assertThat(days("DTSTART:20240501", "RRULE:FREQ=YEARLY;UNTIL=20250501"))
                .isEqualTo(dates("2024-05-01", "2025-05-01"));
        assertThat(days("DTSTART:20240501", "RRULE:FREQ=YEARLY;UNTIL=20250430")).isEqualTo(dates("2024-05-01"));
    }

    @Test
    void a_leap_day_recurs_only_in_leap_years() {
        assertThat(days("DTSTART:20240229", "RRULE:FREQ=YEARLY;COUNT=2")).isEqualTo(dates("2024-02-29", "2028-02-29"));
    }

    @Test
    void a_yearly_event_has_the_same_number_of_days_each_year() {
        assertThat(days("DTSTART:20230228", "DTEND:20230302", "RRULE:FREQ=YEARLY;COUNT=2"))
                .isEqualTo(dates("2023-02-28", "2023-03-01", "2024-02-28", "2024-02-29"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYDAY=4TH;BYMONTH=11",
                "FREQ=YEARLY;BYMONTH=12",
                "FREQ=YEARLY;BYMONTHDAY=2",
                "FREQ=YEARLY;INTERVAL=2",
                "FREQ=YEARLY;FREQ=YEARLY",
                "FREQ=YEARLY;COUNT=0",
                "FREQ=YEARLY;COUNT=many",
                "FREQ=YEARLY;UNTIL=20190501",
                "FREQ=YEARLY;UNTIL=soon",
                "FREQ=WEEKLY",
                "YEARLY",
                ""
            })
    void other_rules_are_rejected(String rule) {
        rejected(event("DTSTART:20200501", "RRULE:" + rule)).contains("line 1", "RRULE", "RRULE:FREQ=YEARLY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART:20261225T100000Z",
                "DTSTART;TZID=Europe/London:20261225T000000",
                "DTSTART;TZID=\"GMT: London\":20261225T000000",
                "DTSTART:20261225Z",
                "DTSTART:20260230",
                "DTSTART:2026-12-25",
                "DTSTART"
            })
    void a_start_that_is_not_a_date_is_rejected(String start) {
        rejected("BEGIN:VCALENDAR\n" + event(start) + "END:VCALENDAR\n")
                .contains("line 2", "DTSTART must be a date without a time", "DTSTART;VALUE=DATE:20261225");
    }

    @Test
    void an_event_without_a_day_is_rejected() {
        rejected(event("SUMMARY:Christmas")).contains("line 1", "DTSTART is missing");
    }

    @Test
    void an_end_with_a_time_of_day_is_rejected() {
        rejected(event(CHRISTMAS, "DTEND:20261226T000000")).contains("DTEND must be a date without a time");
    }

    @Test
    void an_end_before_the_start_or_a_year_after_it_is_rejected() {
        rejected(event(CHRISTMAS, "DTEND:20261224")).contains("ends before it starts");
        rejected(event(CHRISTMAS, "DTEND:20271227")).contains("more than a year");
        rejected(event(CHRISTMAS, "DURATION:P0D")).contains("ends before it starts");
        assertThat(days(CHRISTMAS, "DTEND:20271226")).hasSize(366);
    }

    @Test
    void a_duration_of_hours_is_rejected() {
        rejected(event(CHRISTMAS, "DURATION:PT24H")).contains("unsupported DURATION");
        rejected(event(CHRISTMAS, "DTEND:20261226", "DURATION:P1D")).contains("unsupported DURATION");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EXDATE;VALUE=DATE:20271225", "RDATE:20271225", "EXRULE:FREQ=YEARLY", "RECURRENCE-ID:20271225"})
    void exceptions_to_a_rule_are_rejected(String word) {
        rejected(event(CHRISTMAS, "RRULE:FREQ=YEARLY", word))
                .contains("unsupported " + word.split("[:;]", 2)[0], "a separate event");
    }

    @Test
    void a_cancelled_exception_is_rejected_since_it_changes_another_event() {
        rejected(event(CHRISTMAS, "STATUS:CANCELLED", "RECURRENCE-ID:20261225")).contains("RECURRENCE-ID");
    }

    @Test
    void a_duplicate_property_is_rejected() {
        rejected(event(CHRISTMAS, "DTSTART:20261226")).contains("duplicate DTSTART");
    }

    @Test
    void a_truncated_file_is_rejected() {
        rejected("BEGIN:VCALENDAR\n" + event(CHRISTMAS)).contains("truncated", "END:VCALENDAR");
        rejected("BEGIN:VCALENDAR\n" + event(CHRISTMAS) + "BEGIN:VEVENT\nDTSTART:20261226\n")
                .contains("truncated", "END:VEVENT");
    }

    @Test
    void misplaced_beginnings_and_ends_are_rejected() {
        rejected("BEGIN:VEVENT\nBEGIN:VEVENT\n").contains("line 2", "before the previous one has ended");
        rejected("BEGIN:VEVENT\nEND:VALARM\n").contains("line 2", "END that matches no BEGIN");
        rejected("END:VEVENT\n").contains("line 1", "END that matches no BEGIN");
    }

    @Test
    void a_file_without_events_is_rejected() {
        rejected("").contains("has no events");
        rejected("BEGIN:VCALENDAR\nEND:VCALENDAR\n").contains("has no events");
        rejected("<html><body>404 Not Found</body></html>").contains("has no events");
    }

    @Test
    void messages_do_not_show_the_content() {
        rejected("BEGIN:SECRET\n").doesNotContain("SECRET");
        rejected(event("DTSTART:SECRET")).doesNotContain("SECRET");
        rejected(event(CHRISTMAS, "RRULE:SECRET")).doesNotContain("SECRET");
    }

    @Test
    void a_hostile_megabyte_is_parsed_or_rejected_quickly() {
        String folded = event(CHRISTMAS + "\n " + "\n ".repeat(300_000));
        String years =
                event("DTSTART:00010101", "DTEND:00020101", "RRULE:FREQ=YEARLY").repeat(15_000);
        String nested = "BEGIN:X\n".repeat(60_000) + event(CHRISTMAS).repeat(8_000);

        assertThat(days(CHRISTMAS)).isEqualTo(soon(() -> HolidayEvents.read(folded)));
        soon(() -> rejected(years).contains("100000 days"));
        soon(() -> rejected(nested).contains("truncated"));
    }

    private static <T> T soon(Supplier<T> reading) {
        return assertTimeout(Duration.ofSeconds(5), reading::get);
    }

    /** Asserts that a text is rejected, and returns an assertion about the message. */
    private static AbstractStringAssert<?> rejected(String text) {
        InvalidValueException thrown =
                Assertions.catchThrowableOfType(InvalidValueException.class, () -> HolidayEvents.read(text));
        assertThat(thrown).isNotNull();
        return assertThat(thrown.getMessage());
    }

    private static Set<LocalDate> days(String... words) {
        return HolidayEvents.read(event(words));
    }

    private static String event(String... words) {
        return "BEGIN:VEVENT\n" + String.join("\n", words) + "\nEND:VEVENT\n";
    }

    private static Set<LocalDate> dates(String... dates) {
        return Stream.of(dates).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
