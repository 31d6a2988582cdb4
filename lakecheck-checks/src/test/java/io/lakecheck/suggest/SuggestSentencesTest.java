// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.Sentences;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.spec.SuiteFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Pins the wording of suggested suites and of the errors of {@code suggest}. */
class SuggestSentencesTest {

    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-01-05T00:00");
    private static final String ROOT = "s3://refined/kpi/";

    private final Sentences sentences = new Sentences();

    @Test
    void sentences_are_as_pinned() {
        sentences.add("four weeks", suggest(lake(28), "2026-02-03T00:00:00Z", "UTC"));
        sentences.add("four weeks with backtest", backtest(outlier(), "2026-02-03T00:00:00Z"));
        sentences.add("first days of months with backtest", backtest(months(0), "2026-06-01T00:00:00Z"));
        sentences.add("month ends with backtest", backtest(months(1), "2026-06-01T00:00:00Z"));
        sentences.add("no zone, ended, stray, still growing", suggest(imperfect(), "2026-02-20T00:00:00Z", ""));
        sentences.add("seventeen weeks", suggest(lake(120), "2026-05-05T09:00:00Z", "UTC"));
        sentences.add("three days", suggest(lake(3), "2026-01-08T09:00:00Z", "UTC"));
        sentences.add("none due", backtest(lake(1), "2026-01-06T03:10:00Z"));
        sentences.add("weekdays only", suggest(weekdays(), "2026-02-03T00:00:00Z", "UTC"));
        sentences.add("weekly, then daily", suggest(weeklyThenDaily(), "2026-05-05T00:00:00Z", "UTC"));
        sentences.add("complete before the end of the day", suggest(early(), "2026-02-03T00:00:00Z", "UTC"));
        sentences.add("named after later days", suggest(forecasts(), "2026-02-03T00:00:00Z", "UTC"));
        sentences.add("other folder next to dated ones", complete(put(lake(28), "latest/part-0", 1, MONDAY)));
        sentences.add("folders of days in the future", complete(lake(33)));
        sentences.add("copied, no marker, erratic", suggest(copied(), "2026-07-01T00:00:00Z", "UTC"));
        sentences.add("hours", suggest(hours(), "2026-01-27T00:00:00Z", "UTC"));
        sentences.add(
                "more than fifty datasets",
                suggest(many(), "2026-01-08T00:00:00Z", "UTC").split("\nzone")[0]);
        sentences.add("tenants", suggest(tenants(), "2026-02-03T00:00:00Z", "UTC"));
        sentences.add("empty folder", error(new MemoryLake(), Duration.ofMinutes(1)));
        sentences.add(
                "no dated folders", error(put(new MemoryLake(), "current/part-0", 1, MONDAY), Duration.ofMinutes(1)));
        sentences.add(
                "unknown pattern", error(put(new MemoryLake(), "2026-13/part-0", 1, MONDAY), Duration.ofMinutes(1)));
        sentences.add("timeout", error(lake(1), Duration.ZERO));

        sentences.check("suggest");
    }

    private static MemoryLake lake(int days) {
        MemoryLake lake = new MemoryLake();
        for (int i = 0; i < days; i++) {
            day(lake, i, 100_000 + 20_000L * (i % 7) + 100L * (i / 7));
        }
        return lake;
    }

    private static MemoryLake weeklyThenDaily() {
        MemoryLake lake = new MemoryLake();
        for (int i = 0; i < 120; i++) {
            if (i % 7 == 0 || i > 60) {
                day(lake, i, 100_000 + 100L * (i / 7));
            }
        }
        return lake;
    }

    private static MemoryLake outlier() {
        MemoryLake lake = lake(28);
        day(lake, 15, 3000);
        return lake;
    }

    /** Returns a lake with a folder for each month, named by the day that is so many days before the first one. */
    private static MemoryLake months(int daysBefore) {
        MemoryLake lake = new MemoryLake();
        for (int i = 0; i < 140; i++) {
            if (MONDAY.plusDays(i + daysBefore).getDayOfMonth() == 1) {
                day(lake, i, 1000 + i);
            }
        }
        return lake;
    }

    private static MemoryLake imperfect() {
        MemoryLake lake = lake(14);
        put(lake, "dt=2026-1-5/part-0", 1, MONDAY);
        put(lake, "dt=2026-02-19/part-0", 1, LocalDateTime.parse("2026-02-19T09:00"));
        put(lake, "x/census2021/part-0", 1, MONDAY);
        put(lake, "archive/part-0", 1, MONDAY);
        put(lake, "dt=2026-01-07/_SUCCESS", 0, LocalDateTime.parse("2026-02-18T00:00"));
        for (int i = 0; i < 14; i++) {
            put(lake, "leads/dt=2025-11-" + (10 + i) + "/part-0", 1000, LocalDateTime.parse("2025-12-01T00:00"));
        }
        return lake;
    }

    private static MemoryLake weekdays() {
        MemoryLake lake = new MemoryLake();
        for (int i = 0; i < 28; i++) {
            if (i % 7 < 5) {
                day(lake, i, 1000 + i);
            }
        }
        return lake;
    }

    private static MemoryLake forecasts() {
        MemoryLake lake = new MemoryLake();
        for (int i = 0; i < 28; i++) {
            put(
                    lake,
                    "dt=" + MONDAY.plusDays(i + 3).toLocalDate() + "/part-0",
                    1000,
                    MONDAY.plusDays(i).plusHours(6));
        }
        return lake;
    }

    private static MemoryLake early() {
        MemoryLake lake = new MemoryLake();
        for (int i = 0; i < 28; i++) {
            put(
                    lake,
                    "dt=" + MONDAY.plusDays(i).toLocalDate() + "/part-0",
                    1000,
                    MONDAY.plusDays(i).plusHours(16));
        }
        return lake;
    }

    private static MemoryLake copied() {
        MemoryLake lake = new MemoryLake();
        for (int i = 0; i < 28; i++) {
            put(
                    lake,
                    "dt=" + MONDAY.plusDays(i).toLocalDate() + "/part-0",
                    i % 2 == 0 ? 1000 : 200_000,
                    LocalDateTime.parse("2026-06-01T00:00"));
        }
        return lake;
    }

    private static MemoryLake hours() {
        MemoryLake lake = new MemoryLake();
        for (int i = 0; i < 24 * 21; i++) {
            LocalDateTime from = MONDAY.plusHours(i);
            String name = from.toLocalDate() + "/hour=" + from.toString().substring(11, 13);
            put(lake, "dt=" + name + "/part-0", 1000 + 100L * (i / 24 % 7), from.plusMinutes(75));
        }
        return lake;
    }

    private static MemoryLake tenants() {
        MemoryLake lake = new MemoryLake();
        for (int i = 0; i < 28 * 12; i++) {
            LocalDateTime day = MONDAY.plusDays(i % 28);
            put(
                    lake,
                    "tenant=" + (char) ('a' + i / 28) + "/orders/dt=" + day.toLocalDate() + "/part-0",
                    1000 + i,
                    day.plusHours(27));
        }
        return lake;
    }

    private static MemoryLake many() {
        MemoryLake lake = new MemoryLake();
        for (int i = 10; i < 70; i++) {
            put(
                    lake,
                    "x" + (char) ('a' + i % 10) + "y".repeat(i / 10) + "/k" + i + "=2026-01-05/part-0",
                    1000,
                    MONDAY.plusDays(1));
        }
        return lake;
    }

    private static void day(MemoryLake lake, int i, long bytes) {
        String folder = "dt=" + MONDAY.plusDays(i).toLocalDate() + "/";
        LocalDateTime done = MONDAY.plusDays(i + 1).plusHours(3);
        put(lake, folder + "part-0", bytes, done);
        put(lake, folder + "_SUCCESS", 0, done.plusSeconds(1));
    }

    private static MemoryLake put(MemoryLake lake, String key, long bytes, LocalDateTime modified) {
        lake.put(ROOT + key, bytes, modified.toInstant(ZoneOffset.UTC).toString());
        return lake;
    }

    private static String suggest(MemoryLake lake, String now, String zone) {
        return text(suggestion(lake, now, zone, Duration.ofMinutes(1)).lines());
    }

    private static String complete(MemoryLake lake) {
        String suite = suggest(lake, "2026-02-03T00:00:00Z", "UTC");
        return suite.substring(suite.lastIndexOf("# All "));
    }

    private static String backtest(MemoryLake lake, String now) {
        Suggestion suggestion = suggestion(lake, now, "UTC", Duration.ofMinutes(1));
        return text(suggestion.lines(
                suggestion.backtest(SuiteFile.parse("suggestion", text(suggestion.lines()), Path.of("/lake")))));
    }

    private static String error(MemoryLake lake, Duration timeout) {
        return String.valueOf(Assertions.catchThrowable(() -> suggestion(lake, "2026-03-01T00:00:00Z", "UTC", timeout))
                .getMessage());
    }

    private static Suggestion suggestion(MemoryLake lake, String now, String zone, Duration timeout) {
        return Suggestion.of(
                lake,
                ROOT,
                ROOT,
                Optional.of(zone).filter(name -> !name.isEmpty()).map(ZoneId::of),
                Instant.parse(now),
                Sampling.within(timeout));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }
}
