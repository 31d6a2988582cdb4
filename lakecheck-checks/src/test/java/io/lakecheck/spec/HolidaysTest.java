// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static io.lakecheck.spec.Yaml.problem;
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
    void a_text_file_has_dates_with_names_and_comments() throws IOException {
        assertThat(holidays("days.txt", "# England\n2026-12-25 Christmas\r\n\n  2026-12-26\t# Boxing Day\n"))
                .isEqualTo(dates("2026-12-25", "2026-12-26"));
    }

    @Test
    void an_icalendar_file_has_whole_days() throws IOException {
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
    void lines_may_be_folded_in_the_middle_of_a_character() throws IOException {
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
    void a_file_may_start_with_a_byte_order_mark() throws IOException {
        assertThat(holidays("days.txt", "\uFEFF2026-12-25\n")).isEqualTo(dates("2026-12-25"));
        assertThat(holidays(
                        "days.ics",
                        "\uFEFFBEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225\nEND:VEVENT\nEND:VCALENDAR\n"))
                .isEqualTo(dates("2026-12-25"));
    }

    @Test
    void ambiguous_content_is_rejected_without_showing_it() throws IOException {
        assertThat(rejected("d.ics", "BEGIN:VEVENT\nDTSTART:20261225T100000Z\nEND:VEVENT\n"))
                .satisfiesExactly(problem("1:11", "line 1", "DTSTART;VALUE=DATE:20261225"));
        assertThat(rejected("d.txt", "2026-12-25\nsecret of another file\n"))
                .satisfiesExactly(problem("1:11", "line 2", "2026-12-25"))
                .noneMatch(problem -> problem.contains("secret"));
        assertThat(rejected("d.txt", "2026-12-25,Christmas\n"))
                .first()
                .asString()
                .contains("line 1");
        assertThat(rejected("d.txt", "2026-02-28\n\n2026-02-30\n"))
                .first()
                .asString()
                .contains("line 3");
    }

    @Test
    void a_file_without_dates_is_rejected() throws IOException {
        assertThat(rejected("d.txt", "")).first().asString().contains("no dates", "one date per line");
        assertThat(rejected("d.txt", "# none yet\n")).first().asString().contains("no dates");
        assertThat(rejected("d.ics", "")).first().asString().contains("no events");
    }

    @Test
    void an_unreadable_file_is_rejected() throws IOException {
        Files.write(folder.resolve("d.txt"), "2026-12-25 No\u00ebl".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("d"));

        assertThat(problems("holidays: d.txt")).first().asString().contains("UTF-8");
        assertThat(problems("holidays: d")).first().asString().contains("can't be read");
        assertThat(problems("holidays: nowhere.txt")).satisfiesExactly(problem("1:11", "does not exist", ".ics"));
    }

    @Test
    void a_file_of_more_than_a_megabyte_is_rejected() throws IOException {
        assertThat(rejected("d.txt", "2026-12-25\n" + "#".repeat(1 << 20)))
                .first()
                .asString()
                .contains("larger than 1 MiB");
        assumeThat(Path.of("/dev/zero")).exists();
        assertThat(problems("holidays: /dev/zero")).first().asString().contains("larger than 1 MiB");
    }

    @Test
    void holidays_add_to_the_excepted_dates() throws IOException {
        Files.writeString(folder.resolve("days.txt"), "2026-12-25\n");

        Calendar calendar = calendar("holidays: days.txt\nexcept: 2026-12-24\nvalidThrough: 2026-12-31");

        assertThat(calendar.except()).isEqualTo(dates("2026-12-24", "2026-12-25"));
        assertThat(calendar.validThrough()).contains(LocalDate.parse("2026-12-31"));
    }

    @Test
    void only_lists_the_dates_on_which_data_is_expected() throws IOException {
        assertThat(calendar("only: [2026-01-05, 2026-02-05]").only()).isEqualTo(dates("2026-01-05", "2026-02-05"));
    }

    private Set<LocalDate> holidays(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return calendar("holidays: " + name).except();
    }

    /** Returns the problems in a suite with a holiday file of the given name and content. */
    private List<String> rejected(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return problems("holidays: " + name);
    }

    private List<String> problems(String words) {
        SuiteProblemsException thrown = catchThrowableOfType(SuiteProblemsException.class, () -> calendar(words));
        assertThat(thrown).as(words).isNotNull();
        return thrown.problems().stream()
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
