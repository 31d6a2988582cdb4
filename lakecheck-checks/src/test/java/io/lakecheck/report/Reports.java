// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Check;
import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.DeltaPolicies;
import io.lakecheck.Evidence;
import io.lakecheck.MissingPolicy;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Limits;
import io.lakecheck.value.Percentage;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Reports of real runs on an in-memory lake. */
final class Reports {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-03T07:00:00Z"), LONDON);

    /** A name with characters that are special in any of the formats. It is short enough not to be abbreviated. */
    static final String HOSTILE = "<b>&\"'\u001b[31m\n::error::\u202e\u0000\ufffe\ud800%2F+ $x =cmd \ud83d\ude00 ]]> é";

    private Reports() {}

    /** Returns a report on a day that arrived on time, is too small, and is smaller than earlier days. */
    static Report mixed() {
        MemoryLake lake = new MemoryLake()
                .put("s3://refined/kpi/dt=2026-01-01/part-0.parquet", 361_000, "2026-01-02T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-01/_SUCCESS", 0, "2026-01-02T03:00:01Z")
                .put("s3://refined/kpi/dt=2026-01-02/part-0.parquet", 187_200, "2026-01-03T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-02/_SUCCESS", 0, "2026-01-03T03:00:01Z");
        return of(lake, dataset("kpi-daily", "s3://refined/kpi/dt={date}/", RECENCY, size(195_000), DELTA));
    }

    /** Returns the plan of a run with two datasets, one of which is undated. */
    static List<Evidence> plan() {
        Suite suite = Suite.of(
                dataset("kpi-daily", "s3://refined/kpi/dt={date}/", RECENCY, size(195_000), DELTA, COMPLETE),
                dataset("reference", "s3://refined/reference/", size(1)));
        return Lakecheck.on(new MemoryLake()).at(CLOCK).plan(suite);
    }

    /** Returns a report in which all checks passed. */
    static Report passed() {
        MemoryLake lake = new MemoryLake()
                .put("s3://refined/kpi/dt=2026-01-02/part-0.parquet", 200_000, "2026-01-03T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-02/_SUCCESS", 0, "2026-01-03T03:00:01Z");
        return of(lake, dataset("kpi-daily", "s3://refined/kpi/dt={date}/", RECENCY, size(195_000)));
    }

    /** Returns a report on a day that never arrived. */
    static Report absent() {
        MemoryLake lake = new MemoryLake()
                .put("s3://refined/kpi/dt=2025-12-31/part-0.parquet", 361_000, "2026-01-01T03:00:00Z")
                .put("s3://refined/kpi/dt=2025-12-31/_SUCCESS", 0, "2026-01-01T03:00:01Z")
                .put("s3://refined/kpi/dt=2026-01-01/part-0.parquet", 361_000, "2026-01-02T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-01/_SUCCESS", 0, "2026-01-02T03:00:01Z");
        return of(lake, dataset("kpi-daily", "s3://refined/kpi/dt={date}/", RECENCY, size(195_000), DELTA, COMPLETE));
    }

    /** Returns a report with the given number of datasets, all of which are too small. */
    static Report failing(int datasets) {
        return absent(datasets, Severity.FAIL);
    }

    /** Returns a report with the given number of datasets, all of which are too small, which is only a warning. */
    static Report warned(int datasets) {
        return absent(datasets, Severity.WARN);
    }

    private static Report absent(int datasets, Severity severity) {
        Check check =
                new SizeCheck(new Limits(OptionalLong.of(1), OptionalLong.empty()), Limits.NONE, Limits.NONE, severity);
        Dataset[] all = IntStream.range(0, datasets)
                .mapToObj(i -> dataset("kpi-" + i, "s3://refined/" + i + "/dt={date}/", check))
                .toArray(Dataset[]::new);
        return of(new MemoryLake(), all);
    }

    /** Returns a report on a dataset that can't be listed and a dataset without history. */
    static Report unknown() {
        MemoryLake lake =
                new MemoryLake().put("s3://refined/kpi/dt=2026-01-02/part-0.parquet", 187_200, "2026-01-03T03:00:00Z");
        Lake half = (range, visitor) -> {
            if (range.root().contains("leads")) {
                throw new LakeException(LakeException.Reason.DENIED, "s3:ListBucket on refined is denied");
            }
            lake.list(range, visitor);
        };
        return of(
                half,
                dataset("leads", "s3://refined/leads/{date}/", size(1)),
                dataset("kpi-daily", "s3://refined/kpi/dt={date}/", DELTA));
    }

    /** Returns a report on a day that follows a day outside the calendar. */
    static Report passedOver() {
        MemoryLake lake = new MemoryLake()
                .put("s3://refined/kpi/dt=2025-12-31/part-0.parquet", 200_000, "2026-01-01T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-02/part-0.parquet", 200_000, "2026-01-03T03:00:00Z");
        Calendar holidays = new Calendar(EnumSet.allOf(DayOfWeek.class), Set.of(LocalDate.parse("2026-01-01")));
        return of(lake, dataset("kpi-daily", "s3://refined/kpi/dt={date}/", holidays, DELTA));
    }

    /** Returns a report with hostile names of a dataset, of its folder and of an object in it. */
    static Report hostile() {
        MemoryLake lake =
                new MemoryLake().put("s3://b/" + HOSTILE + "/2026-01-02/" + HOSTILE, 7, "2026-01-03T03:00:00Z");
        Check each = new SizeCheck(
                Limits.NONE, Limits.NONE, new Limits(OptionalLong.of(8), OptionalLong.empty()), Severity.FAIL);
        return of(lake, dataset(HOSTILE, "s3://b/" + HOSTILE + "/{date}/", each, size(10), size(1)));
    }

    private static final RecencyCheck RECENCY = new RecencyCheck(
            Optional.of("_SUCCESS"), true, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);

    private static final CompleteCheck COMPLETE = new CompleteCheck(3, Severity.FAIL, MissingPolicy.FAIL);

    private static final DeltaCheck DELTA = new DeltaCheck(
            SampleBaseline.PREVIOUS,
            Tolerance.of(Optional.of(Percentage.of(30)), Optional.of(Percentage.of(100))),
            Volume.BYTES,
            OptionalInt.empty(),
            OptionalInt.empty(),
            DeltaPolicies.DEFAULT,
            Severity.WARN);

    private static SizeCheck size(long min) {
        return new SizeCheck(
                new Limits(OptionalLong.of(min), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.FAIL);
    }

    private static Dataset dataset(String name, String location, Check... checks) {
        return dataset(name, location, Calendar.EVERY_DAY, checks);
    }

    private static Dataset dataset(String name, String location, Calendar calendar, Check... checks) {
        return new Dataset(
                name,
                Location.of(location),
                new Schedule(LONDON, Duration.ofHours(6), calendar),
                ObjectFilter.DATA,
                List.of(checks),
                Map.of());
    }

    private static Report of(Lake lake, Dataset... datasets) {
        Report report = Lakecheck.on(lake).at(CLOCK).run(Suite.of(datasets));
        return new Report(
                report.suite(),
                report.at(),
                Duration.ofMillis(1234),
                report.traffic(),
                report.findings(),
                report.notices());
    }
}
