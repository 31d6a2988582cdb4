// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.Outcome;
import io.lakecheck.Suite;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.survey.Lakecheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A generated lake with a layout that is common in practice, and the suite that is suggested for it. */
final class TypicalLake {

    static final String ROOT = "s3://lake/";

    /** A Sunday. */
    static final LocalDateTime NOW = LocalDateTime.parse("2026-02-01T12:00");

    private final MemoryLake lake = new MemoryLake(NOW.toInstant(ZoneOffset.UTC));
    private final Random random = new Random(20260201);

    /** The suggested suite, until the lake changes. */
    private Optional<List<String>> suggested = Optional.empty();

    /** Calls a writer for each of the last periods, oldest first. */
    TypicalLake last(int periods, ChronoUnit unit, Consumer<LocalDateTime> writer) {
        LocalDateTime end = unit == ChronoUnit.WEEKS
                ? LocalDateTime.parse("2026-01-26T00:00")
                : unit == ChronoUnit.MONTHS ? LocalDateTime.parse("2026-02-01T00:00") : NOW.truncatedTo(unit);
        for (int i = periods; i > 0; i--) {
            writer.accept(end.minus(i, unit));
        }
        return this;
    }

    TypicalLake put(String key, long bytes, LocalDateTime modified) {
        suggested = Optional.empty();
        lake.put(ROOT + key, bytes, modified.toInstant(ZoneOffset.UTC).toString());
        return this;
    }

    TypicalLake remove(String key) {
        suggested = Optional.empty();
        lake.remove(ROOT + key);
        return this;
    }

    /** Returns a size that varies by a few percent and is smaller at weekends. */
    long size(LocalDateTime from, long typical) {
        double weekend = from.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? 0.6 : 1;
        return Math.round(typical * weekend * (1 + 0.04 * random.nextGaussian()));
    }

    /** Returns the time on the next day at which a nightly job is done. */
    LocalDateTime night(LocalDateTime day) {
        return day.plusDays(1).plusHours(3).plusMinutes(random.nextInt(30));
    }

    String unpredictable() {
        return String.format(Locale.ROOT, "%08x", random.nextInt());
    }

    static String name(String pattern, LocalDateTime time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK).format(time);
    }

    /** Returns the suggested suite with the result of its backtest. */
    List<String> lines() {
        List<String> lines = suggested.orElseGet(() -> {
            Suggestion suggestion = suggestion();
            return suggestion.lines(suggestion.backtest(suite(suggestion.lines())));
        });
        suggested = Optional.of(lines);
        return lines;
    }

    /** Returns the suggested suite without its comments. */
    List<String> keys() {
        return lines().stream()
                .filter(line -> !line.strip().startsWith("#"))
                .skip(2)
                .map(String::strip)
                .filter(line -> !line.equals("checks:"))
                .toList();
    }

    /** Returns the text of all comments, in one line. */
    String comments() {
        return lines().stream()
                .filter(line -> line.strip().startsWith("#"))
                .map(line -> line.replaceFirst("^ *# ?", "").strip())
                .collect(Collectors.joining(" "));
    }

    /** Returns the checks of the suggested suite that do not pass on this lake. */
    List<String> complaints() {
        return complaints(lines());
    }

    /** Returns the checks of the suite that was suggested before that do not pass after an object was removed. */
    List<String> complaintsWithout(String key) {
        List<String> before = lines();
        return remove(key).complaints(before);
    }

    private List<String> complaints(List<String> suite) {
        return Lakecheck.on(lake)
                .at(Clock.fixed(NOW.toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                .run(suite(suite))
                .findings()
                .stream()
                .filter(finding -> finding.outcome() != Outcome.PASSED)
                .map(finding -> finding.dataset().name() + " " + finding.check().name() + " " + finding.outcome() + ": "
                        + finding.verdict().measured())
                .toList();
    }

    /** Returns the number of requests that the suggestion needs. */
    long requests() {
        return suggestion().traffic().requests();
    }

    private Suggestion suggestion() {
        return Suggestion.of(
                lake,
                ROOT,
                ROOT,
                Optional.of(ZoneOffset.UTC),
                NOW.toInstant(ZoneOffset.UTC),
                Sampling.within(Duration.ofMinutes(1)));
    }

    private static Suite suite(List<String> lines) {
        return SuiteFile.parse("the suggestion", String.join("\n", lines) + "\n", Path.of("/lake"));
    }
}
