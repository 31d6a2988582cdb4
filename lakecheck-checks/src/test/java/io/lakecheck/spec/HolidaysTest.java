// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Calendar;
import io.lakecheck.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolidaysTest {

    @TempDir
    Path folder;

    @Test
    void come_from_a_text_of_dates_with_names_and_remarks() throws IOException {
        assertThat(holidays("days.txt", "# England\n2026-12-25 Christmas\r\n\n  2026-12-26\t# Boxing Day\n"))
                .isEqualTo(dates("2026-12-25", "2026-12-26"));
    }

    @Test
    void come_from_an_icalendar_of_whole_days() throws IOException {
        assertThat(holidays("days.ics", """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20261225
                DTEND;VALUE=DATE:20261227
                SUMMARY:Christmas and
                 Boxing Day
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DA
                 TE:20260403
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260404
                STATUS:CANCELLED
                END:VEVENT
                END:VCALENDAR
                """)).isEqualTo(dates("2026-12-25", "2026-12-26", "2026-04-03"));
    }

    @Test
    void repeat_where_an_event_is_yearly() throws IOException {
        Set<LocalDate> days = holidays(
                "days.ics", "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n");

        assertThat(days)
                .contains(LocalDate.parse("2020-05-01"), LocalDate.parse("2026-05-01"), LocalDate.parse("2060-05-01"));
        assertThat(days).allMatch(day -> day.getMonthValue() == 5 && day.getDayOfMonth() == 1);
    }

    @Test
    void a_leap_day_repeats_in_leap_years_alone() throws IOException {
        assertThat(holidays("d.ics", "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY\nEND:VEVENT\n"))
                .contains(LocalDate.parse("2028-02-29"))
                .allMatch(LocalDate::isLeapYear);
    }

    @Test
    void are_refused_where_they_would_have_to_be_guessed() {
        assertThatThrownBy(() -> holidays("d.ics", "BEGIN:VEVENT\nDTSTART:20261225T100000Z\nEND:VEVENT\n"))
                .hasMessageContaining("DTSTART that is no whole day; write DTSTART;VALUE=DATE:20261225");
        assertThatThrownBy(() ->
                        holidays("d.ics", "BEGIN:VEVENT\nDTSTART:20261225\nRRULE:FREQ=YEARLY;BYDAY=4TH\nEND:VEVENT\n"))
                .hasMessageContaining("the event of 2026-12-25 in the file of holidays repeats in a way that is not");
        assertThatThrownBy(() -> holidays("d.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"))
                .hasMessageContaining("has no events");
        assertThatThrownBy(() -> holidays("d.txt", "2026-12-25\nsecret of another file\n"))
                .hasMessageContaining("line 2 of the file of holidays begins with no date")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> calendar("holidays: nowhere.txt"))
                .hasMessageContaining("lakecheck.yml:1:11: the file of holidays can't be read (NoSuchFileException)");
    }

    @Test
    void add_to_the_days_that_are_excepted_and_hold_for_all_datasets() throws IOException {
        Files.writeString(folder.resolve("days.txt"), "2026-12-25\n");

        Calendar calendar = calendar("holidays: days.txt\nexcept: 2026-12-24\nvalidThrough: 2026-12-31");

        assertThat(calendar.except()).isEqualTo(dates("2026-12-24", "2026-12-25"));
        assertThat(calendar.validThrough()).contains(LocalDate.parse("2026-12-31"));
    }

    @Test
    void only_names_the_dates_on_which_alone_data_is_expected() {
        assertThat(calendar("only: [2026-01-05, 2026-02-05]").only()).isEqualTo(dates("2026-01-05", "2026-02-05"));
    }

    private Set<LocalDate> holidays(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return calendar("holidays: " + name).except();
    }

    private Calendar calendar(String words) {
        try {
            Path file = folder.resolve("lakecheck.yml");
            Files.writeString(
                    file,
                    words + "\ndatasets:\n  a:\n    location: s3://refined/kpi/{date}/\n    checks: [ recency: {} ]\n");
            Suite suite = SuiteFile.read(file, name -> Optional.empty());
            return suite.datasets().get(0).calendar();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<LocalDate> dates(String... dates) {
        return Stream.of(dates).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
