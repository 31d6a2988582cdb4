// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Evidence;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.SnapshotBuilder;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Evidence that a test makes up period by period, without a lake: what it does not name was looked at and is absent,
 * what it calls unseen nobody has looked at.
 */
public final class TestHistory {

    /** Longer than a year back and all that is learnt of it. */
    private static final int YEARS = 3;

    private final Dataset dataset;
    private final Span judged;
    private final Map<LocalDateTime, Long> amounts = new HashMap<>();
    private final Set<LocalDateTime> unseen = new HashSet<>();
    private final Set<LocalDateTime> troubled = new HashSet<>();

    private TestHistory(Dataset dataset, LocalDateTime judged) {
        this.dataset = dataset;
        this.judged = new Span(dataset.location().period().orElseThrow(), judged, dataset.zone(), dataset.due());
    }

    public static TestHistory daily(String judged) {
        return of(Datasets.daily(DeltaCheck.DEFAULT), LocalDate.parse(judged).atStartOfDay());
    }

    public static TestHistory of(Dataset dataset, LocalDateTime judged) {
        return new TestHistory(dataset, judged);
    }

    public static TestHistory of(String location, String judged) {
        return of(location, ZoneOffset.UTC, judged);
    }

    public static TestHistory of(String location, ZoneId zone, String judged) {
        Dataset dataset = Datasets.of(
                "kpi", location, zone, Duration.ZERO, Calendar.EVERY_DAY, ObjectFilter.DATA, DeltaCheck.DEFAULT);
        return of(dataset, LocalDateTime.parse(judged));
    }

    public TestHistory with(String date, long bytes) {
        return with(LocalDate.parse(date).atStartOfDay(), bytes);
    }

    public TestHistory with(LocalDateTime from, long bytes) {
        amounts.put(from, bytes);
        return this;
    }

    /** So many periods back, counted from the judged one. */
    public TestHistory back(int count, long bytes) {
        return with(judged.step(-count).from(), bytes);
    }

    /** So many weeks back. */
    public TestHistory weeksBack(int count, long bytes) {
        return with(judged.from().minusWeeks(count), bytes);
    }

    /** The same in each of the last periods. */
    public TestHistory steady(int count, long bytes) {
        for (int i = 1; i <= count; i++) {
            back(i, bytes);
        }
        return this;
    }

    public TestHistory without(int back) {
        amounts.remove(judged.step(-back).from());
        return this;
    }

    public TestHistory unseen(int back) {
        unseen.add(judged.step(-back).from());
        return this;
    }

    /** Somebody has looked, and could not. */
    public TestHistory troubled(int back) {
        troubled.add(judged.step(-back).from());
        return this;
    }

    public Span span() {
        return judged;
    }

    public Span back(int count) {
        return judged.step(-count);
    }

    public LogSeries series() {
        return series(Assumption.GOOD);
    }

    public LogSeries series(Assumption presumption) {
        return series(Integer.MAX_VALUE, presumption);
    }

    public LogSeries series(int lookback, Assumption presumption) {
        return new LogSeries(evidence(), Volume.BYTES, lookback, presumption);
    }

    public Evidence evidence() {
        Map<Partition, Observation> sightings = new HashMap<>();
        LocalDateTime first = judged.from().minusYears(YEARS);
        for (Span span = judged; !span.from().isBefore(first); span = span.step(-1)) {
            Partition partition = dataset.location().at(span);
            if (troubled.contains(span.from())) {
                sightings.put(
                        partition, new Unobserved(partition, new LakeException(LakeException.Reason.DENIED, "let it")));
            } else if (!unseen.contains(span.from())) {
                sightings.put(partition, snapshot(partition));
            }
        }
        return Evidence.empty(dataset, dataset.location().at(judged), Instant.parse("2030-01-01T00:00:00Z"))
                .with(sightings);
    }

    private Snapshot snapshot(Partition partition) {
        SnapshotBuilder tally = new SnapshotBuilder(partition, dataset.marker(), dataset.filter());
        LocalDateTime from = partition.span().orElseThrow().from();
        if (amounts.containsKey(from)) {
            tally.add(new LakeObject(partition.path() + "part-0", amounts.getOrDefault(from, 0L), judged.end(), ""));
        }
        return tally.snapshot(Lake.Answer.at(judged.end()));
    }
}
