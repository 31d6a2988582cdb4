// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.report.Console;
import io.lakecheck.spec.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuggestionTest {

    private final List<String> lines = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void finds_the_layout_of_common_names() {
        assertThat(Layout.of("dt=2026-01-02/part-0")).contains("dt={date}/");
        assertThat(Layout.of("2026/01/02/part-0")).contains("{yyyy}/{MM}/{dd}/");
        assertThat(Layout.of("year=2026/month=01/day=02/hour=05/part-0"))
                .contains("year={yyyy}/month={MM}/day={dd}/hour={HH}/");
        assertThat(Layout.of("daily/20260102/part-0")).contains("daily/{yyyyMMdd}/");
        assertThat(Layout.of("2026/01/part-0")).contains("{yyyy}/{MM}/");
        assertThat(Layout.of("dt=2026-01-02/05/part-0")).contains("dt={date}/{HH}/");
        assertThat(Layout.of("readme.txt")).isEmpty();
    }

    @Test
    void proposes_a_suite_that_passes_the_good_days_and_flags_the_bad_one() throws IOException {
        days(28);
        Files.write(part(LocalDate.parse("2026-01-10")), new byte[400]);
        touch(part(LocalDate.parse("2026-01-10")), LocalDate.parse("2026-01-11"), "03:00");
        Files.delete(folder.resolve("kpi/dt=2026-01-10/_SUCCESS"));

        Ruling ruling = suggest(Optional.of(folder.resolve("suite.yml")));

        assertThat(ruling).isEqualTo(Ruling.PASS);
        assertThat(folder.resolve("suite.yml"))
                .content()
                .contains(
                        "location: '" + folder + "/kpi/dt={date}/'",
                        "marker: '_SUCCESS'",
                        "due: 5h",
                        "min: 850, max: 1178");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("kpi recency  rang 1 of 28"))
                .anyMatch(line -> line.startsWith("kpi size     rang 1 of 28"))
                .anyMatch(line -> line.startsWith("    dt=2026-01-10 FAILED: 400 B in 1 object"));
    }

    @Test
    void never_writes_over_a_file() throws IOException {
        days(3);
        Path there = Files.writeString(folder.resolve("lakecheck.yml"), "mine");

        assertThat(suggest(Optional.of(there)).message()).contains("is never written over");
        assertThat(there).hasContent("mine");
    }

    @Test
    void says_so_where_there_are_no_dates() {
        assertThat(suggest(Optional.empty()).message())
                .startsWith("no partitions with dates in their names were found");
    }

    private Ruling suggest(Optional<Path> write) {
        return new Suggestion(
                        () -> Settings.read("the settings", Map.of("days", "28"), name -> Optional.empty()),
                        Clock.fixed(Instant.parse("2026-01-29T09:00:00Z"), ZoneOffset.UTC),
                        new Lines())
                .suggest(Optional.of(folder + "/kpi/"), write);
    }

    private void days(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            LocalDate day = LocalDate.parse("2026-01-01").plusDays(i);
            Files.createDirectories(part(day).getParent());
            Files.write(part(day), new byte[1000 + i % 7 * 4]);
            touch(part(day), day.plusDays(1), "04:10");
            Path marker = Files.createFile(part(day).resolveSibling("_SUCCESS"));
            touch(marker, day.plusDays(1), "04:20");
        }
    }

    private Path part(LocalDate day) {
        return folder.resolve("kpi/dt=" + day + "/part-0");
    }

    private static void touch(Path file, LocalDate day, String time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(day + "T" + time + ":00Z")));
    }

    private final class Lines implements Console {
        @Override
        public void info(String line) {
            lines.add(line);
        }

        @Override
        public void warn(String line) {
            lines.add(line);
        }

        @Override
        public void error(String line) {
            lines.add(line);
        }

        @Override
        public void command(String line) {
            lines.add(line);
        }
    }
}
