// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.Baseline;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.SeasonalBaseline;
import io.lakecheck.baseline.Statistic;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.Arrival;
import io.lakecheck.lake.Completion;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.PartRule;
import io.lakecheck.lake.Presence;
import io.lakecheck.lake.Runs;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Limits;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Pins the wording of the verdicts of all checks and of the errors in their settings. */
class RootSentencesTest {

    private static final Instant NOW = Instant.parse("2026-01-03T12:00:00Z");
    private static final String PART = "dt=2026-01-02/part-0";
    private static final String MARKER = "dt=2026-01-02/_SUCCESS";
    private static final RecencyCheck MARKED = Datasets.marked("_SUCCESS");

    private final Sentences sentences = new Sentences();

    @Test
    void verdicts_and_errors_are_worded_as_pinned() {
        recency();
        runs();
        parts();
        undated();
        size();
        delta();
        complete();
        anyCheck();
        errors();
        sentences.check("root");
    }

    private void recency() {
        add("recency early", lake(PART, 1, "2026-01-03T05:58:30Z"), Datasets.recency());
        add("recency on time", lake(PART, 1, "2026-01-03T06:00:00Z"), Datasets.recency());
        add("recency late", lake(PART, 1, "2026-01-03T07:12:00Z"), Datasets.recency());
        add("recency late within grace", lake(PART, 1, "2026-01-03T06:10:00Z"), grace());
        add("recency absent", new MemoryLake(), MARKED);
        add("recency with only a marker", lake(MARKER, 0, "2026-01-03T05:00:00Z"), MARKED);
        add("recency with only ignored objects", lake("dt=2026-01-02/.a", 1, "2026-01-03T05:00:00Z"), MARKED);
        add("recency with empty objects", lake(PART, 0, "2026-01-03T05:00:00Z"), Datasets.recency());
        add("recency without marker", lake(PART, 361_000, "2026-01-03T05:00:00Z"), MARKED);
        add(
                "recency changed after marker",
                lake(MARKER, 0, "2026-01-03T05:00:00Z").put(address(PART), 1, "2026-01-03T05:00:01Z"),
                MARKED);
        add(
                "recency with a leftover",
                lake(PART, 1, "2026-01-03T05:00:00Z")
                        .put(address("dt=2026-01-02/INCOMPLETE"), 0, "2026-01-03T04:00:00Z"),
                finished());
        sentences.add("recency with leftovers described", finished().describe());
        add("recency written in the future", lake(PART, 1, "2026-01-03T12:00:01Z"), Datasets.recency());
        add("recency still changing", lake(PART, 1, "2026-01-03T11:57:00Z"), quiet());
        add(
                "recency with a wrong clock",
                timed(lake(PART, 1, "2026-01-03T05:00:00Z"), NOW, NOW.minusSeconds(301)),
                Datasets.recency());
        add("recency of data that ends early", lake(PART, 1, "2026-01-02T18:00:00Z"), through(Duration.ofMinutes(30)));
        add(
                "recency of data that ends early except for stragglers",
                lake(PART, 9_990, "2026-01-02T18:00:00Z")
                        .put(address("dt=2026-01-02/part-1"), 10, "2026-01-02T23:50:00Z"),
                through(Duration.ofMinutes(30)));
        sentences.add(
                "recency through the period described",
                through(Duration.ofMinutes(30)).describe());
        MemoryLake stragglers = lake(PART, 9_999, "2026-01-03T03:00:00Z")
                .put(address("dt=2026-01-02/part-1"), 102, "2026-01-03T11:00:00Z");
        add("recency with too many late bytes", stragglers, Datasets.recency());
        add("recency with more late bytes than allowed", stragglers, share(99));
        stragglers.put(address("dt=2026-01-02/part-1"), 100, "2026-01-03T11:00:00Z");
        add("recency with few late bytes", stragglers, Datasets.recency());
        add("recency with as many late bytes as allowed", stragglers, share(99));
        sentences.add("recency with arrival described", share(99).describe());
        sentences.add("recency described", Datasets.recency().describe());
        sentences.add("recency with marker described", MARKED.describe());
        sentences.add("recency with grace described", grace().describe());
        sentences.add("recency with quiet described", quiet().describe());
        sentences.add("recency with age described", aged().describe());
    }

    private void runs() {
        MemoryLake lake = new MemoryLake()
                .put("s3://refined/kpi/dt=2026-01-02/run=1/a", 1, "2026-01-03T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-02/run=2/a", 1, "2026-01-03T05:00:00Z");
        Dataset dataset = Datasets.of(
                "kpi-daily",
                "s3://refined/kpi/dt={date}/run=*/",
                ZoneOffset.UTC,
                Datasets.DUE,
                Calendar.EVERY_DAY,
                new ObjectFilter(List.of(), List.of(), Runs.NEWEST),
                Datasets.recency());
        add("recency of the newest run", Datasets.judge(lake, NOW, dataset));
        add("size of an absent partition that is allowed", Datasets.judge(new MemoryLake(), NOW, allowing()));
        add(
                "size of an empty partition that is allowed",
                Datasets.judge(lake(MARKER, 0, "2026-01-03T05:00:00Z"), NOW, allowing()));
    }

    private static RecencyCheck finished() {
        return new RecencyCheck(
                new Completion(Optional.empty(), true, List.of("INCOMPLETE", "*.tmp"), Optional.empty()),
                Arrival.within(Duration.ZERO),
                Severity.WARN,
                Optional.empty(),
                Severity.FAIL);
    }

    private static RecencyCheck through(Duration span) {
        return arriving(new Arrival(Duration.ZERO, Optional.empty(), Optional.of(span)));
    }

    private static RecencyCheck share(long percent) {
        return arriving(new Arrival(Duration.ZERO, Optional.of(Percentage.of(percent)), Optional.empty()));
    }

    private static RecencyCheck arriving(Arrival arrival) {
        return new RecencyCheck(
                new Completion(Optional.empty(), true, List.of(), Optional.empty()),
                arrival,
                Severity.WARN,
                Optional.empty(),
                Severity.FAIL);
    }

    private void parts() {
        MemoryLake lake = lake("dt=2026-01-02/country=DE/part-0", 5000, "2026-01-03T03:00:00Z")
                .put(address("dt=2026-01-02/country=GB/part-0"), 0, "2026-01-03T03:00:00Z");
        PartRule listed = new PartRule("country", List.of("DE", "FR", "GB", "US"));
        add("recency with missing parts", Datasets.judge(lake, NOW, withParts(listed, Datasets.recency())));
        PartRule misspelled = new PartRule("land", List.of("DE"));
        add("recency with a wrong key of parts", Datasets.judge(lake, NOW, withParts(misspelled, Datasets.recency())));
        PartRule other = new PartRule("country", List.of("XX"));
        add("recency with other parts", Datasets.judge(lake, NOW, withParts(other, Datasets.recency())));
        add("complete with missing parts", Datasets.judge(lake, NOW, withParts(listed, complete(1))));
        SizeCheck size = new SizeCheck(
                Limits.NONE,
                Limits.NONE,
                Limits.NONE,
                new Limits(OptionalLong.of(1000), OptionalLong.empty()),
                Severity.FAIL);
        add("size of parts", Datasets.judge(lake, NOW, withParts(listed, size)));
        sentences.add("parts listed", listed.describe());
        sentences.add("parts as before", new PartRule("country", List.of()).describe());
    }

    private static Dataset withParts(PartRule parts, Check check) {
        Dataset daily = Datasets.daily(check);
        return new Dataset(
                daily.name(),
                daily.location(),
                daily.schedule(),
                daily.filter(),
                daily.checks(),
                daily.dimensions(),
                new Presence(false, false, Optional.empty(), Optional.of(parts)));
    }

    private static Dataset allowing() {
        Dataset daily = Datasets.daily(MARKED, Datasets.atLeast(1));
        return new Dataset(
                daily.name(),
                daily.location(),
                daily.schedule(),
                daily.filter(),
                daily.checks(),
                daily.dimensions(),
                new Presence(true, true));
    }

    private void undated() {
        MemoryLake lake = new MemoryLake().put("s3://refined/ref/a", 1, "2026-01-03T10:59:59Z");
        Dataset dataset = Datasets.named("ref", "s3://refined/ref/", aged());
        add("recency too old", Datasets.judge(lake, NOW, dataset));
        Instant listed = Instant.parse("2026-06-01T05:00:00Z");
        lake.put("s3://refined/ref/b", 1, "2026-05-31T05:00:00Z");
        add("recency of a replay", Datasets.judge(timed(lake, listed, listed), NOW, dataset));
    }

    private void size() {
        add("size of empty objects", lake(PART, 0, "2026-01-03T05:00:00Z"), Datasets.atLeast(0));
        add("size too small", lake(PART, 187_200, "2026-01-03T05:00:00Z"), Datasets.atLeast(195_000));
        add("size absent", new MemoryLake(), Datasets.atLeast(195_000));
        add(
                "size with all limits",
                lake(PART, 12, "2026-01-03T05:00:00Z"),
                new SizeCheck(limits(1, 20), limits(1, 3), limits(13, 20), Severity.FAIL));
    }

    private void delta() {
        MemoryLake lake = lake("dt=2026-01-01/part-0", 361_000, "2026-01-02T05:00:00Z")
                .put(address(PART), 187_200, "2026-01-03T05:00:00Z");
        add("delta dropped", lake, delta(SampleBaseline.PREVIOUS, 0));
        add("delta ignored", lake, delta(SampleBaseline.PREVIOUS, 200_000));
        add(
                "delta absent",
                lake("dt=2026-01-01/part-0", 361_000, "2026-01-02T05:00:00Z"),
                delta(SampleBaseline.PREVIOUS, 0));
        add("delta absent without history", new MemoryLake(), delta(SampleBaseline.PREVIOUS, 0));
        add("delta with empty objects", lake(PART, 0, "2026-01-03T05:00:00Z"), delta(SampleBaseline.PREVIOUS, 0));
        add(
                "delta with too little history",
                lake(PART, 187_200, "2026-01-03T05:00:00Z"),
                delta(new SampleBaseline(Rhythm.EVERY, 2, Statistic.MEDIAN), 0));
        add(
                "delta with an empty baseline",
                lake(PART, 187_200, "2026-01-03T05:00:00Z")
                        .put(address("dt=2026-01-01/part-0"), 0, "2026-01-02T05:00:00Z"),
                delta(SampleBaseline.PREVIOUS, 0));
        sentences.add("delta described", delta(SampleBaseline.PREVIOUS, 500).describe());
        sentences.add("usual described", DeltaCheck.DEFAULT.describe());
        sentences.add(
                "usual with limits described", delta(new SeasonalBaseline(), 0).describe());
    }

    private void complete() {
        MemoryLake lake = lake(PART, 1, "2026-01-03T05:00:00Z").put(address(MARKER), 0, "2026-01-03T05:00:00Z");
        add("complete", lake, MARKED, complete(1));
        add("complete with one gap", lake, MARKED, complete(2));
        lake.put(address("dt=2025-12-31/part-0"), 1, "2026-01-01T05:00:00Z");
        add("complete with gaps", lake, MARKED, complete(3));
        lake.put(address("dt=2026-1-1/part-0"), 1, "2026-01-01T05:00:00Z");
        add("complete with a stray folder", lake, MARKED, complete(1));
        for (int i = 0; i < 9; i++) {
            lake.put(address("tmp" + i + "/part-0"), 1, "2026-01-01T05:00:00Z");
        }
        add("complete with stray folders", lake, MARKED, complete(1));
        for (String lost : List.of("dt=1970-01-01", "dt=2206-01-05", "dt=%Y-%m-%d", "dt=null")) {
            lake.put(address(lost + "/part-0"), 1, "2026-01-01T05:00:00Z");
        }
        add("complete with lost data", lake, MARKED, complete(1));
        sentences.add("complete described", complete(31).describe());
    }

    private void anyCheck() {
        Lake denied = (range, visitor) -> {
            throw new LakeException(
                    LakeException.Reason.DENIED,
                    "s3://refined/kpi/dt=2026-01-02/ can't be listed. Grant s3:ListBucket on arn:aws:s3:::refined.");
        };
        add("not readable", denied, Datasets.recency());
        Report early = Lakecheck.on(new MemoryLake())
                .at(Datasets.clock(Instant.parse("2026-01-03T05:59:59Z")))
                .partition("2026-01-02")
                .run(Suite.of(Datasets.daily(Datasets.recency())));
        sentences.add("not due", early.findings().get(0).text());
        Calendar closed = new Calendar(EnumSet.allOf(DayOfWeek.class), Set.of(LocalDate.parse("2026-01-02")));
        Report excepted = Lakecheck.on(new MemoryLake())
                .at(Datasets.clock(NOW))
                .partition("2026-01-02")
                .run(Suite.of(Datasets.expected(closed, Datasets.recency())));
        sentences.add("excepted", excepted.findings().get(0).text());
        sentences.add("report", excepted.toString());
        Calendar ended = new Calendar(
                EnumSet.allOf(DayOfWeek.class), Set.of(), Set.of(LocalDate.parse("2026-01-02")), Optional.empty());
        sentences.add(
                "last date in only has passed",
                Datasets.judge(
                                lake(PART, 1, "2026-01-03T05:00:00Z"),
                                Instant.parse("2026-02-01T12:00:00Z"),
                                Datasets.expected(ended, Datasets.recency()))
                        .text());
        for (LakeException.Reason reason : LakeException.Reason.values()) {
            sentences.add("reason " + reason.name(), reason.toString());
        }
    }

    private void errors() {
        error("no size limit", () -> new SizeCheck(Limits.NONE, Limits.NONE, Limits.NONE, Severity.FAIL));
        error("no delta limit", () -> DeltaCheck.of(SampleBaseline.PREVIOUS, Tolerance.DEFAULT));
        error(
                "deviation of one partition",
                () -> DeltaCheck.of(
                        SampleBaseline.PREVIOUS,
                        new Tolerance(Optional.empty(), Optional.empty(), Optional.of(BigDecimal.TEN), 0)));
        error(
                "too much history",
                () -> new DeltaCheck(
                        SampleBaseline.PREVIOUS,
                        tolerance(0),
                        Volume.BYTES,
                        OptionalInt.of(2),
                        OptionalInt.empty(),
                        DeltaPolicies.DEFAULT,
                        Severity.FAIL));
        error("marker and quiet", () -> recency(Optional.of("_OK"), Duration.ZERO, Optional.of(Duration.ofHours(1))));
        error("arrival of nothing", () -> share(0));
        error("negative through", () -> through(Duration.ofMinutes(-1)));
        error("no checks", () -> Datasets.daily());
        error("two markers", () -> Datasets.daily(MARKED, Datasets.marked("_OK")));
        error("unknown partition", () -> Datasets.daily(MARKED).partition("yesterday"));
        error("day of hourly data", () -> Datasets.at("s3://refined/kpi/dt={date}/hour={HH}/", MARKED)
                .partition("2026-01-02"));
        error("partition of an undated dataset", () -> Datasets.named("ref", "s3://refined/ref/", MARKED)
                .partition("2026-01-02"));
        error("duplicate dataset", () -> Suite.of(Datasets.daily(MARKED), Datasets.daily(MARKED)));
        error("no datasets", () -> Suite.of());
    }

    private void add(String name, Lake lake, Check... checks) {
        add(name, Datasets.judge(lake, NOW, Datasets.daily(checks)));
    }

    private void add(String name, Verdict verdict) {
        sentences.add(name, verdict.outcome() + ": " + verdict.text());
    }

    private void error(String name, ThrowingCallable code) {
        sentences.addError(name, code);
    }

    private static MemoryLake lake(String key, long bytes, String modified) {
        return new MemoryLake().put(address(key), bytes, modified);
    }

    private static String address(String key) {
        return "s3://refined/kpi/" + key;
    }

    private static Lake timed(Lake lake, Instant lakeClock, Instant localClock) {
        return (range, visitor) -> lake.list(range, new Lake.Visitor() {
            @Override
            public boolean onObject(LakeObject object) {
                return visitor.onObject(object);
            }

            @Override
            public void onAnswer(Lake.Answer answer) {
                visitor.onAnswer(new Lake.Answer(Optional.of(lakeClock), localClock));
            }
        });
    }

    private static RecencyCheck grace() {
        return recency(Optional.empty(), Duration.ofMinutes(15), Optional.empty());
    }

    private static RecencyCheck quiet() {
        return recency(Optional.empty(), Duration.ZERO, Optional.of(Duration.ofMinutes(10)));
    }

    private static RecencyCheck recency(Optional<String> marker, Duration grace, Optional<Duration> quiet) {
        return new RecencyCheck(marker, true, grace, Severity.FAIL, Optional.empty(), quiet, Severity.FAIL);
    }

    private static RecencyCheck aged() {
        return new RecencyCheck(
                Optional.empty(), true, Duration.ZERO, Severity.WARN, Optional.of(Duration.ofHours(1)), Severity.FAIL);
    }

    private static DeltaCheck delta(Baseline against, long atLeast) {
        return DeltaCheck.of(against, tolerance(atLeast));
    }

    private static Tolerance tolerance(long atLeast) {
        return new Tolerance(
                Optional.of(Percentage.of(30)), Optional.of(Percentage.of(100)), Optional.empty(), atLeast);
    }

    private static CompleteCheck complete(int last) {
        return new CompleteCheck(last, Severity.FAIL, MissingPolicy.WARN);
    }

    private static Limits limits(long min, long max) {
        return new Limits(OptionalLong.of(min), OptionalLong.of(max));
    }
}
