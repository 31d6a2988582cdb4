// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The object that a job writes when it is done: a name that most partitions have, and that is written last in most of
 * them.
 *
 * @param name of the marker
 * @param present how many partitions have it
 * @param of how many there are
 * @param last in how many of those nothing was written after it
 */
record MarkerGuess(String name, long present, long of, long last) {

    private static final double MOST = 0.8;

    /** Known the world over: it may be one even where a copy has mixed up what came last. */
    private static final String KNOWN = "_SUCCESS";

    /** Better known names win where two fit alike. */
    private static final Comparator<MarkerGuess> BEST = Comparator.comparing(MarkerGuess::isLast)
            .thenComparingLong(MarkerGuess::present)
            .thenComparing(seal -> seal.name.equals(KNOWN))
            .thenComparing(seal -> seal.name.startsWith("_"))
            .thenComparing(MarkerGuess::name, Comparator.reverseOrder());

    static Optional<MarkerGuess> of(DatasetHistory past, ZoneId zone, Instant now) {
        Map<String, Long> names = new TreeMap<>();
        past.piles().values().forEach(pile -> pile.candidates().forEach(name -> names.merge(name, 1L, Long::sum)));
        // Half as many as it takes: some may be young.
        names.values().removeIf(count -> count < MOST * past.piles().size() / 2);
        return names.keySet().stream()
                .filter(YamlScalar::isSayable)
                .map(name -> of(name, past.parts(Optional.of(name), zone, now)))
                .filter(seal -> seal.present > 0 && seal.present >= MOST * seal.of)
                .filter(seal -> seal.isLast() || seal.name.equals(KNOWN))
                .max(BEST);
    }

    private static MarkerGuess of(String name, List<PastPartition> parts) {
        return new MarkerGuess(
                name,
                parts.stream().filter(part -> part.marked().isPresent()).count(),
                parts.stream()
                        .filter(part -> part.hasData() || part.marked().isPresent())
                        .count(),
                parts.stream()
                        .filter(part -> part.marked().isPresent() && !part.grewAfterMarker())
                        .count());
    }

    /** Whether it tells that nothing comes any more. */
    boolean isLast() {
        return last >= MOST * present;
    }

    /** In a sentence. */
    String evidence() {
        return present + " of " + of + " have " + Display.visible(name) + ", written last in "
                + (last == present ? "all" : Long.toString(last)) + " of them.";
    }

    /** As a suite says it. */
    String words() {
        return "marker: " + YamlScalar.word(name) + (isLast() ? "" : ", sealed: false");
    }

    /** Whether a partition is as a suite with this marker wants it. */
    boolean keeps(PastPartition part) {
        return part.marked().isPresent() && !(isLast() && part.grewAfterMarker());
    }
}
