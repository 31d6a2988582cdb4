// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Notice;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.Statistic;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Limits;
import io.lakecheck.value.Percentage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/** Reproducible reports of real runs on an in-memory lake, for tests of the HTML page and the summary. */
final class Samples {

    /** An object name that attacks the readers of a report. */
    static final String HOSTILE = "<script>document.title='owned'</script><img src=x onerror=alert(1)>\"'&lt;"
            + "\u001b[31m\n::error::owned\n\u202egnp.exe\u2066\u0000\ufffe\ud800{{7*7}}${7*7}";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate JUDGED = LocalDate.parse("2026-01-15");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-16T07:00:00Z"), LONDON);

    private static final RecencyCheck RECENCY = new RecencyCheck(
            Optional.of("_SUCCESS"), true, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);

    private static final DeltaCheck DELTA = new DeltaCheck(
            new SampleBaseline(Rhythm.EVERY, 14, Statistic.MEDIAN),
            new Tolerance(Optional.of(Percentage.of(30)), Optional.of(Percentage.of(60)), Optional.empty(), 0),
            Volume.BYTES,
            OptionalInt.empty(),
            OptionalInt.empty(),
            DeltaCheck.DEFAULT.policies(),
            Severity.WARN);

    private Samples() {}

    static Report passed() {
        MemoryLake lake = new MemoryLake();
        for (String name : List.of("kpi-daily", "sessions", "orders", "returns")) {
            days(lake, name, 30, 1);
        }
        return run(lake, List.of(dataset("kpi-daily"), dataset("sessions"), dataset("orders"), dataset("returns")));
    }

    /** Returns a report with different outcomes and a notice. */
    static Report mixed() {
        MemoryLake lake = new MemoryLake();
        days(lake, "kpi-daily", 30, 0.48);
        days(lake, "sessions", 30, 1);
        days(lake, "orders", 30, 0.6);
        days(lake, "returns", 2, 1);
        days(lake, "payments", 30, 0);
        days(lake, "late", 30, 1);
        lake.put(folder("late", JUDGED) + "_SUCCESS", 0, "2026-01-16T06:41:10Z");
        lake.remove(folder("kpi-daily", JUDGED.minusDays(4)) + "_SUCCESS");
        lake.remove(folder("kpi-daily", JUDGED.minusDays(9)) + "_SUCCESS")
                .remove(folder("kpi-daily", JUDGED.minusDays(9)) + "part-0.parquet")
                .remove(folder("kpi-daily", JUDGED.minusDays(9)) + "part-1.parquet");
        Lake half = (range, visitor) -> {
            if (range.root().contains("leads")) {
                throw new LakeException(
                        LakeException.Reason.DENIED,
                        "s3:ListBucket on arn:aws:s3:::refined is denied; grant it to the role that runs lakecheck");
            }
            lake.list(range, visitor);
        };
        Report report = run(
                half,
                List.of(
                        dataset("sessions"),
                        dataset("kpi-daily", RECENCY, size(195_000), DELTA),
                        dataset("leads"),
                        dataset("orders"),
                        dataset("payments"),
                        dataset("late"),
                        dataset("returns", DELTA)));
        return report.with(
                List.of(new Notice(Notice.Level.WARN, "metrics NOT published: cloudwatch:PutMetricData is denied")));
    }

    static Report many() {
        return many(500);
    }

    static Report many(int count) {
        return many(count, 97);
    }

    /** Returns a report with 500 datasets, all of which are smaller than usual. */
    static Report manyFailing() {
        return many(500, 1);
    }

    /** @param every the number of datasets of which one is smaller than usual */
    private static Report many(int count, int every) {
        MemoryLake lake = new MemoryLake();
        List<Dataset> datasets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "team-" + i % 23 + "-dataset-" + i;
            days(lake, name, 30, i % every == 13 % every ? 0.3 : 1);
            datasets.add(dataset(name));
        }
        return run(lake, datasets);
    }

    /** Returns a report that does not fit into a summary: 300 datasets, all of which failed. */
    static Report endless() {
        List<Dataset> datasets = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            datasets.add(dataset("dataset-" + "_".repeat(100) + i));
        }
        return run(new MemoryLake(), datasets);
    }

    static Report hostile() {
        MemoryLake lake = new MemoryLake();
        String longName = "long-" + "x".repeat(10_000);
        for (String name : List.of(HOSTILE, longName, "ordinary")) {
            days(lake, name, 3, 1);
            lake.put(folder(name, JUDGED) + HOSTILE, 1, "2026-01-16T03:00:00Z");
            lake.put(folder(name, JUDGED) + longName, 20_000_000, "2026-01-16T03:00:00Z");
        }
        return run(
                lake,
                List.of(
                        dataset(HOSTILE, each(), DELTA),
                        dataset(longName, each(), RECENCY),
                        dataset("ordinary", RECENCY, each())));
    }

    private static Check each() {
        return new SizeCheck(
                Limits.NONE, Limits.NONE, new Limits(OptionalLong.of(8), OptionalLong.empty()), Severity.FAIL);
    }

    private static SizeCheck size(long min) {
        return new SizeCheck(
                new Limits(OptionalLong.of(min), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.FAIL);
    }

    private static void days(MemoryLake lake, String name, int days, double share) {
        Random random = new Random(name.hashCode());
        int usual = 150_000 + random.nextInt(9_000_000);
        IntStream.range(0, days).forEach(back -> {
            LocalDate day = JUDGED.minusDays(back);
            double bytes = usual * (0.9 + random.nextDouble() * 0.3) * (back == 0 ? share : 1);
            if (bytes > 0) {
                String written = day.plusDays(1) + "T03:" + (10 + random.nextInt(40)) + ":00Z";
                lake.put(folder(name, day) + "part-0.parquet", (long) (bytes * 0.6), written);
                lake.put(folder(name, day) + "part-1.parquet", (long) (bytes * 0.4), written);
                lake.put(folder(name, day) + "_SUCCESS", 0, written);
            }
        });
    }

    private static String folder(String name, LocalDate day) {
        return "s3://refined/" + name.replace('{', '(').replace('}', ')') + "/dt=" + day + "/";
    }

    private static Dataset dataset(String name) {
        return dataset(name, RECENCY, size(100_000), DELTA);
    }

    private static Dataset dataset(String name, Check... checks) {
        return new Dataset(
                name,
                Location.of("s3://refined/" + name.replace('{', '(').replace('}', ')') + "/dt={date}/"),
                new Schedule(LONDON, Duration.ofHours(6), Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(checks),
                Map.of());
    }

    private static Report run(Lake lake, List<Dataset> datasets) {
        Report report = Lakecheck.on(lake).at(CLOCK).run(Suite.of(datasets.toArray(Dataset[]::new)));
        return new Report(
                report.suite(),
                report.at(),
                Duration.ofMillis(1234),
                report.traffic(),
                report.findings(),
                report.notices());
    }
}
