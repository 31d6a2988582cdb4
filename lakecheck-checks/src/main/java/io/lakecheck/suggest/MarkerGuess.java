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
 * The object that a job seems to write to mark a partition as complete: it is present in most partitions, and it was
 * usually written last.
 *
 * @param name the object's name
 * @param present the number of partitions that contain the object
 * @param of the total number of partitions that are not empty
 * @param last the number of partitions in which the object was written last
 */
record MarkerGuess(String name, long present, long of, long last) {

    private static final double MIN_SHARE = 0.8;

    /**
     * The most common marker name. It is accepted even if the object was not written last, because copying the data may
     * have changed the order.
     */
    private static final String KNOWN = "_SUCCESS";

    /**
     * The order of candidates, best last. If several were present and written last equally often, more common names are
     * preferred.
     */
    private static final Comparator<MarkerGuess> BEST = Comparator.comparing(MarkerGuess::isWrittenLast)
            .thenComparingLong(MarkerGuess::present)
            .thenComparing(marker -> marker.name.equals(KNOWN))
            .thenComparing(marker -> marker.name.startsWith("_"))
            .thenComparing(MarkerGuess::name, Comparator.reverseOrder());

    static Optional<MarkerGuess> of(DatasetHistory history, ZoneId zone, Instant now) {
        Map<String, Long> names = new TreeMap<>();
        history.folders().values().forEach(folder -> folder.candidates()
                .forEach(name -> names.merge(name, 1L, Long::sum)));
        // A quick preselection. Half of the required share is enough here, because folders that are empty or whose
        // period has not ended are still included in the count.
        names.values().removeIf(count -> count < MIN_SHARE * history.folders().size() / 2);
        return names.keySet().stream()
                .filter(YamlScalar::isRepresentable)
                .map(name -> of(name, history.partitions(Optional.of(name), zone, now)))
                .filter(marker -> marker.present > 0 && marker.present >= MIN_SHARE * marker.of)
                .filter(marker -> marker.isWrittenLast() || marker.name.equals(KNOWN))
                .max(BEST);
    }

    private static MarkerGuess of(String name, List<PastPartition> partitions) {
        return new MarkerGuess(
                name,
                partitions.stream()
                        .filter(partition -> partition.marked().isPresent())
                        .count(),
                partitions.stream()
                        .filter(partition ->
                                partition.hasData() || partition.marked().isPresent())
                        .count(),
                partitions.stream()
                        .filter(partition -> partition.marked().isPresent() && !partition.grewAfterMarker())
                        .count());
    }

    /** Returns whether the object was usually written last. */
    boolean isWrittenLast() {
        return last >= MIN_SHARE * present;
    }

    /** Returns the evidence as a sentence. */
    String evidence() {
        String marker =
                YamlWriter.partitions(present, of) + (of == 1 ? " contains " : " contain ") + Display.visible(name);
        if (last == present) {
            return marker + (of == 1 ? "," : ", always") + " as the last object written.";
        }
        return marker + ", but it was "
                + (last == 0 ? "never written last." : "written last in only " + last + " of them.");
    }

    /** Returns the keys to set in {@code recency}. */
    String toYaml() {
        return "marker: " + YamlScalar.text(name) + (isWrittenLast() ? "" : ", sealed: false");
    }

    /** Returns whether a partition is complete according to this marker. */
    boolean accepts(PastPartition partition) {
        return partition.marked().isPresent() && !(isWrittenLast() && partition.grewAfterMarker());
    }
}
