// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.Period;
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
record Draft(
        String name,
        String location,
        Past past,
        Optional<Seal> seal,
        Optional<Arrivals> arrivals,
        Optional<Silence> silence,
        Week week,
        List<Part> parts,
        Set<Part> odd,
        Optional<Extent> extent,
        Optional<Swing> swing) {

    static Draft of(String name, String location, Past past, ZoneId zone, Instant now) {
        Optional<Seal> seal = Seal.of(past, zone, now);
        List<Part> ended = past.parts(seal.map(Seal::name), zone, now);
        Optional<Arrivals> arrivals = Arrivals.of(ended, past.period());
        Duration due = due(arrivals, past.period());
        List<Part> grown = ended.stream().filter(part -> part.isDue(now, due)).toList();
        Week week = Week.of(grown, past.period());
        List<Part> parts = grown.stream().filter(week::expects).toList();
        List<Part> whole = parts.stream()
                .filter(Part::hasData)
                .filter(part -> seal.map(each -> each.keeps(part)).orElse(true))
                .toList();
        Set<Part> odd = new HashSet<>(parts);
        whole.forEach(odd::remove);
        odd.addAll(Oddities.among(whole));
        List<Part> good = parts.stream().filter(part -> !odd.contains(part)).toList();
        Optional<Extent> extent = Extent.of(good);
        List<Part> usable = whole.stream()
                .filter(part -> extent.map(limits -> limits.holds(part)).orElse(true))
                .toList();
        return new Draft(
                name,
                location,
                past,
                seal,
                arrivals,
                Silence.of(past, due, zone, now),
                week,
                parts,
                odd,
                extent,
                Swing.of(good, usable, week, past.period()));
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
