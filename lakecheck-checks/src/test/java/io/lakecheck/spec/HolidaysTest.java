// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lakecheck.Suite;
import io.lakecheck.partition.Calendar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
    void may_be_folded_in_the_middle_of_a_character() throws IOException {
        byte[] name = "SUMMARY:Noël".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        folded.writeBytes("BEGIN:VEVENT\r\nDTSTART:20261225\r\n".getBytes(StandardCharsets.US_ASCII));
        folded.write(name, 0, 11);
        folded.writeBytes("\r\n ".getBytes(StandardCharsets.US_ASCII));
        folded.write(name, 11, name.length - 11);
        folded.writeBytes("\r\nEND:VEVENT\r\n".getBytes(StandardCharsets.US_ASCII));
        Files.write(folder.resolve("days.ics"), folded.toByteArray());

        assertThat(calendar("holidays: days.ics").except()).isEqualTo(dates("2026-12-25"));
    }

    @Test
    void may_begin_with_a_byte_order_mark() throws IOException {
        assertThat(holidays("days.txt", "\uFEFF2026-12-25\n")).isEqualTo(dates("2026-12-25"));
        assertThat(holidays(
                        "days.ics",
                        "\uFEFFBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225\nEND:VEVENT\nEND:VCALENDAR\n"))
                .isEqualTo(dates("2026-12-25"));
    }

    @Test
    void are_refused_where_they_would_have_to_be_guessed() throws IOException {
        assertThat(refused("d.ics", "BEGIN:VEVENT\nDTSTART:20261225T100000Z\nEND:VEVENT\n"))
                .containsExactly(
                        "lakecheck.yml:1:11: the event in line 1 of the file of holidays has a DTSTART that is no"
                                + " whole day; write it as DTSTART;VALUE=DATE:20261225");
        assertThat(refused("d.txt", "2026-12-25\nsecret of another file\n"))
                .containsExactly(
                        "lakecheck.yml:1:11: line 2 of the file of holidays begins with no date; write one such as"
                                + " 2026-12-25, and what it is behind a space");
        assertThat(refused("d.txt", "2026-12-25,Christmas\n"))
                .first()
                .asString()
                .contains("line 1");
        assertThat(refused("d.txt", "2026-02-28\n\n2026-02-30\n"))
                .first()
                .asString()
                .contains("line 3");
    }

    @Test
    void are_refused_where_a_file_says_nothing() throws IOException {
        assertThat(refused("d.txt", "")).first().asString().contains("names no date; write one a line");
        assertThat(refused("d.txt", "# none yet\n")).first().asString().contains("names no date");
        assertThat(refused("d.ics", "")).first().asString().contains("has no events");
    }

    @Test
    void are_refused_where_a_file_is_none() throws IOException {
        Files.write(folder.resolve("d.txt"), "2026-12-25 No\u00ebl".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("d"));

        assertThat(problems("holidays: d.txt")).first().asString().contains("is no UTF-8; save it as UTF-8");
        assertThat(problems("holidays: d")).first().asString().contains("can't be read (IOException)");
        assertThat(problems("holidays: nowhere.txt"))
                .containsExactly(
                        "lakecheck.yml:1:11: the file of holidays can't be read (NoSuchFileException); write the path"
                                + " of a text or .ics file, as seen from the suite's folder");
    }

    @Test
    void are_refused_from_a_megabyte_on_even_where_a_file_has_no_end() throws IOException {
        assertThat(refused("d.txt", "2026-12-25\n" + "#".repeat(1 << 20)))
                .first()
                .asString()
                .contains("larger than 1 MiB");
        assumeThat(Path.of("/dev/zero")).exists();
        assertThat(problems("holidays: /dev/zero")).first().asString().contains("larger than 1 MiB");
    }

    @Test
    void add_to_the_days_that_are_excepted_and_hold_for_all_datasets() throws IOException {
        Files.writeString(folder.resolve("days.txt"), "2026-12-25\n");

        Calendar calendar = calendar("holidays: days.txt\nexcept: 2026-12-24\nvalidThrough: 2026-12-31");

        assertThat(calendar.except()).isEqualTo(dates("2026-12-24", "2026-12-25"));
        assertThat(calendar.validThrough()).contains(LocalDate.parse("2026-12-31"));
    }

    @Test
    void only_names_the_dates_on_which_alone_data_is_expected() throws IOException {
        assertThat(calendar("only: [2026-01-05, 2026-02-05]").only()).isEqualTo(dates("2026-01-05", "2026-02-05"));
    }

    private Set<LocalDate> holidays(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return calendar("holidays: " + name).except();
    }

    /** The problems of a suite with such a file. */
    private List<String> refused(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return problems("holidays: " + name);
    }

    private List<String> problems(String words) {
        SuiteProblemsException refused = catchThrowableOfType(SuiteProblemsException.class, () -> calendar(words));
        assertThat(refused).as(words).isNotNull();
        return refused.problems().stream()
                .map(Problem::toString)
                .map(text -> text.substring(text.indexOf("lakecheck.yml")))
                .toList();
    }

    private Calendar calendar(String words) throws IOException {
        Path file = folder.resolve("lakecheck.yml");
        Files.writeString(
                file,
                words + "\ndatasets:\n  a:\n    location: s3://refined/kpi/{date}/\n    checks: [ recency: {} ]\n");
        Suite suite = SuiteFile.read(file, name -> Optional.empty());
        return suite.datasets().get(0).calendar();
    }

    private static Set<LocalDate> dates(String... dates) {
        return Stream.of(dates).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
