// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lakecheck.Suite;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.partition.Location;
import io.lakecheck.report.RecordingConsole;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.suggest.Sampling;
import io.lakecheck.suggest.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestCommandTest {

    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.parse("2026-01-05");

    private static final Instant NOW = Instant.parse("2026-03-01T07:00:00Z");

    @TempDir
    Path folder;

    private final RecordingConsole console = RecordingConsole.colored();

    @Test
    void prints_a_suite_and_what_it_would_have_flagged() throws IOException {
        lake("lake/kpi");
        put("lake/kpi/dt=2026-01-12/part-0", 3, FIRST.plusDays(7));

        assertThat(suggest("lake/kpi", Optional.empty())).isEqualTo(RunResult.PASS);
        assertThat(console.lines)
                .contains("zone: UTC", "datasets:", "    location: lake/kpi/dt={date}/")
                .anyMatch(line -> line.contains("Backtest: 1 alert in 20 days"))
                .anyMatch(line -> line.startsWith("I ") && line.contains("20 days up to 2026-01-25 04:00:00 Z"))
                .contains(
                        "I kpi recency   alerted on 0 of 20 days  (20 passed)",
                        "I kpi size      alerted on 1 of 20 days  (19 passed, 1 failed)")
                .anyMatch(line -> line.startsWith("I     dt=2026-01-12 {FAILED}: 3 B in 1 object"));
    }

    @Test
    void a_missing_day_in_the_past_is_flagged() throws IOException {
        lake("lake/kpi");
        Files.delete(folder.resolve("lake/kpi/dt=2026-01-12/part-0"));

        suggest("lake/kpi", Optional.empty());

        assertThat(console.lines)
                .contains("I kpi recency   alerted on 1 of 20 days  (19 passed, 1 failed)")
                .anyMatch(line -> line.startsWith("I     dt=2026-01-12 {FAILED}: "));
    }

    @Test
    void the_backtest_of_a_new_dataset_begins_with_its_first_day() throws IOException {
        lake("lake/kpi");
        for (int i = 10; i < 20; i++) {
            put("lake/leads/dt=" + FIRST.plusDays(i) + "/part-0", 1000, FIRST.plusDays(i));
        }

        suggest("lake", Optional.empty());

        assertThat(console.lines)
                .contains("I kpi size        alerted on 0 of 20 days  (20 passed)")
                .contains("I leads size      alerted on 0 of 10 days  (10 passed)");
    }

    @Test
    void writes_no_file_if_no_partition_is_due_yet() throws IOException {
        put("lake/kpi/dt=2026-03-01/part-0", 3, LocalDate.parse("2026-02-28"));
        Path file = folder.resolve("lakecheck.yml");

        assertThat(suggest("lake/kpi", Optional.of(file)).message()).contains("no partition is due yet");
        assertThat(console.lines)
                .anyMatch(line -> line.startsWith("  #   # 1 day"))
                .noneMatch(line -> line.startsWith("I "));
        assertThat(file).doesNotExist();
    }

    @Test
    void moment_and_zone_can_be_set() throws IOException {
        lake("lake/kpi");

        result(Map.of("location", "lake/kpi", "zone", "Europe/London", "asOf", "2026-01-15T12:00"), Optional.empty());

        assertThat(console.lines)
                .anyMatch(line ->
                        line.startsWith("# ") && line.contains("lake/kpi/") && line.contains("2026-01-15 12:00:00 GMT"))
                .contains("zone: Europe/London")
                .anyMatch(line -> line.startsWith("    # 10 days, dt=2026-01-05 to dt=2026-01-14"));
    }

    @Test
    void writes_what_it_prints() throws IOException {
        lake("lake/kpi");
        Path file = folder.resolve("lakecheck.yml");

        assertThat(suggest("lake/kpi", Optional.of(file))).isEqualTo(RunResult.PASS);
        assertThat(Files.readAllLines(file))
                .isEqualTo(console.lines.stream()
                        .filter(line -> !line.startsWith("I "))
                        .toList());
        assertThat(roots(SuiteFile.read(file, name -> Optional.empty())))
                .containsExactly(folder.resolve("lake/kpi") + "/");
        assertThat(console.lines).last().isEqualTo("I suite: " + file);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, folder.resolve("lake"));
        }
    }

    @Test
    void a_suite_in_another_folder_still_finds_the_lake() throws IOException {
        lake("lake/kpi");
        Path file = Files.createDirectory(folder.resolve("suites")).resolve("kpi.yml");

        suggest("lake/kpi", Optional.of(file));

        assertThat(roots(SuiteFile.read(file, name -> Optional.empty())))
                .containsExactly(folder.resolve("lake/kpi") + "/");
    }

    @Test
    void a_file_uri_becomes_a_path() throws IOException {
        lake("the lake/k p i");

        assertThat(suggest("file://" + folder.toUri().getRawPath() + "the%20lake/", Optional.empty()))
                .isEqualTo(RunResult.PASS);
        assertThat(console.lines).contains("    location: \"" + folder.resolve("the lake/k p i") + "/dt={date}/\"");
    }

    @Test
    void rejects_an_existing_file_before_listing() throws IOException {
        Path file = Files.writeString(folder.resolve("lakecheck.yml"), "mine");

        assertThat(suggest("nowhere", Optional.of(file)))
                .satisfies(result -> assertThat(result.signal()).isEqualTo(Signal.BROKEN))
                .satisfies(result -> assertThat(result.message()).contains(file.toString(), "lakecheck.write"));
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_file_created_meanwhile_is_not_overwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("lakecheck.yml"), "mine");

        assertThat(catchThrowable(() -> new NewSuiteFile(file).write("theirs")))
                .isInstanceOf(RunRejectedException.class)
                .hasMessageContaining("not be overwritten");
        assertThat(file).hasContent("mine");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_missing_directory_is_reported() throws IOException {
        lake("lake/kpi");

        assertThat(suggest("lake/kpi", Optional.of(folder.resolve("nowhere/lakecheck.yml")))
                        .message())
                .contains(folder + "/nowhere/lakecheck.yml", "lakecheck.write");
    }

    @Test
    void a_missing_empty_or_dated_location_is_rejected() {
        assertThat(result(Map.of(), Optional.empty()))
                .extracting(RunResult::message)
                .asString()
                .contains("lakecheck.location=s3://refined/kpi/");
        assertThat(suggest("nowhere", Optional.empty()).message()).contains(folder + "/nowhere/", "lakecheck.location");
        assertThat(suggest("lake/kpi/dt={date}/", Optional.empty()).message())
                .startsWith("lakecheck.location contains date placeholders")
                .endsWith(" " + folder + "/lake/kpi/");
        assertThat(suggest("gs://refined/kpi/", Optional.empty()).message()).contains("'gs:'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\"'\ninjected: true # ##[error] \u202e \u001b[31m & *a !b",
                "a: \"b\" # c, [d] & *e ü 😀",
                "##[error]owned ##vso[task.setvariable variable=a]b",
                "${HOME} $${x} {date} $",
                "::error::owned",
                "- dash",
                "? key",
                "%YAML",
                "@at",
                "`tick",
                "null",
                "~",
                "!tag",
                "&anchor",
                "*alias",
                "'single",
                "|",
                ">",
                "\\back\\slash",
                "a\tb",
                "true",
                "…",
                "trailing ",
                " leading"
            })
    void hostile_names_stay_inside_their_line(String hostile) {
        MemoryLake lake = new MemoryLake();
        for (int i = 0; i < 20; i++) {
            String modified = FIRST.plusDays(i + 1) + "T03:00:00Z";
            for (String root : List.of("s3://b/" + hostile + "/", "s3://b/good/")) {
                lake.put(root + "dt=" + FIRST.plusDays(i) + "/part-0", 1000, modified);
                lake.put(root + "dt=" + FIRST.plusDays(i) + "/_done" + hostile, 0, modified);
                lake.put(root + hostile + FIRST.plusDays(i) + "/part-0", 1000, modified);
            }
        }

        List<String> lines = Suggestion.of(
                        lake, "s3://b/", "s3://b/", Optional.empty(), NOW, Sampling.within(Duration.ofMinutes(1)))
                .lines();

        assertThat(lines)
                .contains("  good:", "    location: s3://b/good/dt={date}/")
                .allSatisfy(line -> assertThat(line)
                        .matches("( *#.*|zone: UTC|datasets:|  [^ ].*:|    [a-z].*|      - [a-z]+: \\{.*})")
                        .doesNotContain("##[", "##vso[", "\t")
                        .doesNotContainPattern("\\p{Cntrl}|\\p{Cf}"));
        assertThat(roots(SuiteFile.parse("the test", String.join("\n", lines), folder)))
                .isNotEmpty()
                .isSubsetOf("s3://b/good/", "s3://b/" + hostile + "/");
    }

    @Test
    void unusual_names_are_quoted() throws IOException {
        String odd = "a: \"b\" # c, [d] & !e ü 😀 " + "long ".repeat(40) + "end";
        lake("lake/" + odd);
        Path file = folder.resolve("lakecheck.yml");

        assertThat(suggest("lake", Optional.of(file))).isEqualTo(RunResult.PASS);
        assertThat(roots(SuiteFile.read(file, name -> Optional.empty())))
                .containsExactly(folder.resolve("lake/" + odd) + "/");
    }

    private static List<String> roots(Suite suite) {
        return suite.datasets().stream()
                .map(dataset -> dataset.location())
                .map(Location::root)
                .distinct()
                .toList();
    }

    private void lake(String root) throws IOException {
        for (int i = 0; i < 20; i++) {
            put(root + "/dt=" + FIRST.plusDays(i) + "/part-0", 1000 + i, FIRST.plusDays(i));
        }
    }

    private void put(String path, int bytes, LocalDate day) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
        Instant time = day.plusDays(1).atTime(LocalTime.of(3, 0)).toInstant(ZoneOffset.UTC);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private RunResult suggest(String location, Optional<Path> file) {
        return result(Map.of("location", location), file);
    }

    private RunResult result(Map<String, String> settings, Optional<Path> file) {
        return new Commands(
                        "lakecheck.yml",
                        () -> {
                            throw new AssertionError("no suite is read");
                        },
                        () -> RunSettings.read("the settings", settings, name -> Optional.empty()),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        console,
                        name -> Optional.empty())
                .suggest(folder, file, progress -> {});
    }
}
