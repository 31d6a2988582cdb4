// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was learned of one dataset.
 *
 * @param name what the suite calls it
 * @param location its address, as the suite writes it
 * @param past its dated folders
 * @param seal its marker, if it has one
 * @param arrivals when it comes; empty where that can't be told
 * @param silence that nothing comes any more; empty where it still does
 * @param week what the weekdays have to do with it
 * @param parts its past partitions, oldest first: those that were due
 * @param odd those that are no measure: empty, without their marker, out of line with their neighbours
 * @param extent how large it is; empty where there is no data
 * @param swing how much it changes; empty where the history is too short
 */
record DatasetDraft(
        String name,
        String location,
        DatasetHistory past,
        Optional<MarkerGuess> seal,
        Optional<Arrivals> arrivals,
        Optional<EndedDataset> silence,
        WeekdayPattern week,
        List<PastPartition> parts,
        Set<PastPartition> odd,
        Optional<SizeRange> extent,
        Optional<ChangeRange> swing) {

    static DatasetDraft of(String name, String location, DatasetHistory past, ZoneId zone, Instant now) {
        Optional<MarkerGuess> seal = MarkerGuess.of(past, zone, now);
        List<PastPartition> ended = past.parts(seal.map(MarkerGuess::name), zone, now);
        Optional<Arrivals> arrivals = Arrivals.of(ended, past.period());
        Duration due = due(arrivals, past.period());
        List<PastPartition> grown =
                ended.stream().filter(part -> part.isDue(now, due)).toList();
        WeekdayPattern week = WeekdayPattern.of(grown, past.period());
        List<PastPartition> parts = grown.stream().filter(week::expects).toList();
        List<PastPartition> whole = parts.stream()
                .filter(PastPartition::hasData)
                .filter(part -> seal.map(each -> each.keeps(part)).orElse(true))
                .toList();
        Set<PastPartition> odd = new HashSet<>(parts);
        whole.forEach(odd::remove);
        odd.addAll(Outliers.among(whole));
        List<PastPartition> good =
                parts.stream().filter(part -> !odd.contains(part)).toList();
        Optional<SizeRange> extent = SizeRange.of(good);
        List<PastPartition> usable = whole.stream()
                .filter(part -> extent.map(limits -> limits.holds(part)).orElse(true))
                .toList();
        return new DatasetDraft(
                name,
                location,
                past,
                seal,
                arrivals,
                EndedDataset.of(past, due, zone, now),
                week,
                parts,
                odd,
                extent,
                ChangeRange.of(good, usable, week, past.period()));
    }

    private static Duration due(Optional<Arrivals> arrivals, Period period) {
        return arrivals.map(Arrivals::due).orElseGet(() -> Arrivals.guess(period));
    }

    Duration due() {
        return due(arrivals, past.period());
    }

    int good() {
        return parts.size() - odd.size();
    }

    /** Whether {@code usual} has enough to learn from. */
    boolean isLong() {
        return good()
                >= switch (past.period()) {
                    case HOUR -> 12 * 7 * 24;
                    case DAY -> 12 * 7;
                    case WEEK, MONTH -> 24;
                };
    }
}
