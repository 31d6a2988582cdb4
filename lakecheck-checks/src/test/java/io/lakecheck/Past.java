// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

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
 * Evidence that a test makes up period by period, without a lake: what it does not name was looked at and is absent, what it calls unseen
 * nobody has looked at.
 */
final class Past {

    /** Longer than a year back and all that is learnt of it. */
    private static final int YEARS = 3;

    private final Dataset dataset;
    private final Span judged;
    private final Map<LocalDateTime, Long> amounts = new HashMap<>();
    private final Set<LocalDateTime> unseen = new HashSet<>();
    private final Set<LocalDateTime> troubled = new HashSet<>();

    private Past(Dataset dataset, LocalDateTime judged) {
        this.dataset = dataset;
        this.judged = new Span(dataset.location().period().orElseThrow(), judged, dataset.zone(), dataset.due());
    }

    static Past daily(String judged) {
        return of(Datasets.daily(Delta.DEFAULT), LocalDate.parse(judged).atStartOfDay());
    }

    static Past of(Dataset dataset, LocalDateTime judged) {
        return new Past(dataset, judged);
    }

    static Past of(String location, String judged) {
        return of(location, ZoneOffset.UTC, judged);
    }

    static Past of(String location, ZoneId zone, String judged) {
        Dataset dataset =
                Datasets.of("kpi", location, zone, Duration.ZERO, Calendar.EVERY_DAY, ObjectFilter.DATA, Delta.DEFAULT);
        return of(dataset, LocalDateTime.parse(judged));
    }

    Past with(String date, long bytes) {
        return with(LocalDate.parse(date).atStartOfDay(), bytes);
    }

    Past with(LocalDateTime from, long bytes) {
        amounts.put(from, bytes);
        return this;
    }

    /** So many periods back, counted from the judged one. */
    Past back(int count, long bytes) {
        return with(judged.step(-count).from(), bytes);
    }

    /** So many weeks back. */
    Past weeksBack(int count, long bytes) {
        return with(judged.from().minusWeeks(count), bytes);
    }

    /** The same in each of the last periods. */
    Past steady(int count, long bytes) {
        for (int i = 1; i <= count; i++) {
            back(i, bytes);
        }
        return this;
    }

    Past without(int back) {
        amounts.remove(judged.step(-back).from());
        return this;
    }

    Past unseen(int back) {
        unseen.add(judged.step(-back).from());
        return this;
    }

    /** Somebody has looked, and could not. */
    Past troubled(int back) {
        troubled.add(judged.step(-back).from());
        return this;
    }

    Span span() {
        return judged;
    }

    Span back(int count) {
        return judged.step(-count);
    }

    Series series() {
        return series(Presumption.GOOD);
    }

    Series series(Presumption presumption) {
        return series(Integer.MAX_VALUE, presumption);
    }

    Series series(int lookback, Presumption presumption) {
        return new Series(evidence(), Volume.BYTES, lookback, presumption);
    }

    Evidence evidence() {
        Map<Partition, Sighting> sightings = new HashMap<>();
        LocalDateTime first = judged.from().minusYears(YEARS);
        for (Span span = judged; !span.from().isBefore(first); span = span.step(-1)) {
            Partition partition = dataset.location().at(span);
            if (troubled.contains(span.from())) {
                sightings.put(
                        partition, new Unseen(partition, new LakeException(LakeException.Trouble.DENIED, "let it")));
            } else if (!unseen.contains(span.from())) {
                sightings.put(partition, snapshot(partition));
            }
        }
        return Evidence.none(dataset, dataset.location().at(judged), Instant.parse("2030-01-01T00:00:00Z"))
                .with(sightings);
    }

    private Snapshot snapshot(Partition partition) {
        Tally tally = new Tally(dataset, partition);
        LocalDateTime from = partition.span().orElseThrow().from();
        if (amounts.containsKey(from)) {
            tally.add(new LakeObject(partition.path() + "part-0", amounts.getOrDefault(from, 0L), judged.end(), ""));
        }
        return tally.snapshot(judged.end(), Duration.ZERO);
    }
}
