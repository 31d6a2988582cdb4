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

/** What an iCalendar's events come to, and what is refused instead of guessed. */
class HolidayEventsTest {

    private static final String CHRISTMAS = "DTSTART;VALUE=DATE:20261225";

    @Test
    void a_whole_day_is_a_day() {
        assertThat(days(CHRISTMAS)).isEqualTo(dates("2026-12-25"));
        assertThat(days("DTSTART:20261225")).isEqualTo(dates("2026-12-25"));
    }

    @Test
    void the_end_is_the_day_behind_the_last() {
        assertThat(days(CHRISTMAS, "DTEND;VALUE=DATE:20261226")).isEqualTo(dates("2026-12-25"));
        assertThat(days(CHRISTMAS, "DTEND;VALUE=DATE:20261227")).isEqualTo(dates("2026-12-25", "2026-12-26"));
        assertThat(days(CHRISTMAS, "DTEND;VALUE=DATE:20270102")).hasSize(8).contains(LocalDate.of(2027, 1, 1));
    }

    @Test
    void an_event_that_ends_where_it_begins_is_that_day() {
        assertThat(days(CHRISTMAS, "DTEND;VALUE=DATE:20261225")).isEqualTo(dates("2026-12-25"));
    }

    @Test
    void a_duration_may_count_its_days() {
        assertThat(days(CHRISTMAS, "DURATION:P1D")).isEqualTo(dates("2026-12-25"));
        assertThat(days(CHRISTMAS, "DURATION:P1W")).hasSize(7).contains(LocalDate.of(2026, 12, 31));
    }

    @Test
    void a_real_calendar_is_read_with_all_that_stands_around_its_days() {
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
    void a_folded_line_goes_on_behind_a_space_or_a_tab() {
        assertThat(days("DTSTART;VALUE=DA\r\n TE:2026\r\n\t1225")).isEqualTo(dates("2026-12-25"));
    }

    @Test
    void a_cancelled_event_is_no_holiday() {
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
    void a_yearly_event_that_began_long_ago_still_holds() {
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
    void yearly_may_be_said_in_more_words(String rule) {
        assertThat(days("DTSTART:20200501", "RRULE:" + rule)).contains(LocalDate.of(2026, 5, 1));
    }

    @Test
    void yearly_ends_where_it_says_so() {
        assertThat(days("DTSTART:20240501", "RRULE:FREQ=YEARLY;COUNT=2")).isEqualTo(dates("2024-05-01", "2025-05-01"));
        assertThat(days("DTSTART:20240501", "RRULE:FREQ=YEARLY;UNTIL=20250501"))
                .isEqualTo(dates("2024-05-01", "2025-05-01"));
        assertThat(days("DTSTART:20240501", "RRULE:FREQ=YEARLY;UNTIL=20250430")).isEqualTo(dates("2024-05-01"));
    }

    @Test
    void a_leap_day_repeats_in_leap_years_alone() {
        assertThat(days("DTSTART:20240229", "RRULE:FREQ=YEARLY;COUNT=2")).isEqualTo(dates("2024-02-29", "2028-02-29"));
    }

    @Test
    void a_yearly_event_of_several_days_has_as_many_each_year() {
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
    void what_repeats_otherwise_is_refused(String rule) {
        refused(event("DTSTART:20200501", "RRULE:" + rule))
                .isEqualTo(
                        "the event in line 1 of the file of holidays repeats in a way that is not understood; write each of its"
                                + " days as an event, or RRULE:FREQ=YEARLY where it is the same date each year");
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
    void a_time_of_day_or_no_date_at_all_is_refused(String start) {
        refused("BEGIN:VCALENDAR\n" + event(start) + "END:VCALENDAR\n")
                .isEqualTo("the event in line 2 of the file of holidays has a DTSTART that is no whole day;"
                        + " write it as DTSTART;VALUE=DATE:20261225");
    }

    @Test
    void an_event_without_a_day_is_refused() {
        refused(event("SUMMARY:Christmas"))
                .isEqualTo("the event in line 1 of the file of holidays has no DTSTART; give it its day");
    }

    @Test
    void an_end_with_a_time_of_day_is_refused() {
        refused(event(CHRISTMAS, "DTEND:20261226T000000")).contains("has a DTEND that is no whole day");
    }

    @Test
    void an_end_before_the_beginning_or_years_behind_it_is_refused() {
        refused(event(CHRISTMAS, "DTEND:20261224")).contains("ends before it begins");
        refused(event(CHRISTMAS, "DTEND:20271227")).contains("lasts for more than a year");
        refused(event(CHRISTMAS, "DURATION:P0D")).contains("ends before it begins");
        assertThat(days(CHRISTMAS, "DTEND:20271226")).hasSize(366);
    }

    @Test
    void a_duration_of_hours_is_refused() {
        refused(event(CHRISTMAS, "DURATION:PT24H")).contains("has a DURATION that is no number of days");
        refused(event(CHRISTMAS, "DTEND:20261226", "DURATION:P1D")).contains("has a DURATION");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EXDATE;VALUE=DATE:20271225", "RDATE:20271225", "EXRULE:FREQ=YEARLY", "RECURRENCE-ID:20271225"})
    void exceptions_to_a_rule_are_refused(String word) {
        refused(event(CHRISTMAS, "RRULE:FREQ=YEARLY", word))
                .contains("has " + word.split("[:;]", 2)[0] + "; write each of its days as an event");
    }

    @Test
    void a_cancelled_exception_is_refused_too_for_it_changes_another_event() {
        refused(event(CHRISTMAS, "STATUS:CANCELLED", "RECURRENCE-ID:20261225")).contains("RECURRENCE-ID");
    }

    @Test
    void a_word_that_stands_twice_is_refused() {
        refused(event(CHRISTMAS, "DTSTART:20261226")).contains("has DTSTART twice");
    }

    @Test
    void a_file_that_is_cut_off_is_refused() {
        refused("BEGIN:VCALENDAR\n" + event(CHRISTMAS))
                .isEqualTo("the file of holidays is cut off: it lacks END:VCALENDAR; fetch it again");
        refused("BEGIN:VCALENDAR\n" + event(CHRISTMAS) + "BEGIN:VEVENT\nDTSTART:20261226\n")
                .isEqualTo("the file of holidays is cut off: it lacks END:VEVENT; fetch it again");
    }

    @Test
    void what_begins_and_ends_out_of_turn_is_refused() {
        refused("BEGIN:VEVENT\nBEGIN:VEVENT\n").contains("line 2 of the file of holidays begins an event in an event");
        refused("BEGIN:VEVENT\nEND:VALARM\n").contains("line 2 of the file of holidays ends what did not");
        refused("END:VEVENT\n").contains("line 1 of the file of holidays ends what did not begin");
    }

    @Test
    void a_file_without_events_is_refused() {
        refused("").contains("has no events");
        refused("BEGIN:VCALENDAR\nEND:VCALENDAR\n").contains("has no events");
        refused("<html><body>404 Not Found</body></html>").contains("has no events");
    }

    @Test
    void nothing_of_the_file_is_shown() {
        refused("BEGIN:SECRET\n").doesNotContain("SECRET");
        refused(event("DTSTART:SECRET")).doesNotContain("SECRET");
        refused(event(CHRISTMAS, "RRULE:SECRET")).doesNotContain("SECRET");
    }

    @Test
    void a_hostile_megabyte_is_read_or_refused_in_no_time() {
        String folded = event(CHRISTMAS + "\n " + "\n ".repeat(300_000));
        String years =
                event("DTSTART:00010101", "DTEND:00020101", "RRULE:FREQ=YEARLY").repeat(15_000);
        String nested = "BEGIN:X\n".repeat(60_000) + event(CHRISTMAS).repeat(8_000);

        assertThat(days(CHRISTMAS)).isEqualTo(soon(() -> HolidayEvents.read(folded)));
        soon(() -> refused(years).contains("names more than 100000 days"));
        soon(() -> refused(nested).contains("is cut off"));
    }

    private static <T> T soon(Supplier<T> reading) {
        return assertTimeout(Duration.ofSeconds(5), reading::get);
    }

    /** What is said of a text that is refused, with what to do. */
    private static AbstractStringAssert<?> refused(String text) {
        InvalidValueException refusal =
                Assertions.catchThrowableOfType(InvalidValueException.class, () -> HolidayEvents.read(text));
        assertThat(refusal).as("a refusal").isNotNull();
        return assertThat(refusal.getMessage());
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
