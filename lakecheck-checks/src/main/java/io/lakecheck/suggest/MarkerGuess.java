// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.util.List;
import java.util.Optional;

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
    static final String KNOWN = "_SUCCESS";

    /**
     * Returns the marker of a dataset, or empty if no object is both present in most of its partitions and usually
     * written last.
     */
    static Optional<MarkerGuess> of(DatasetHistory history) {
        Optional<MarkerGuess> shared = history.shared()
                .map(marker -> of(
                        marker.name(),
                        history.partitions().stream()
                                .map(partition -> partition.with(marker))
                                .toList()));
        return shared.or(() -> history.marker().map(name -> of(name, history.partitions())))
                .filter(marker -> marker.present > 0 && marker.present >= MIN_SHARE * marker.of)
                .filter(marker -> marker.isWrittenLast() || marker.name.equals(KNOWN));
    }

    private static MarkerGuess of(String name, List<PastPartition> partitions) {
        return new MarkerGuess(
                name,
                partitions.stream().filter(PastPartition::hasMarker).count(),
                partitions.stream()
                        .filter(partition -> partition.hasData() || partition.hasMarker())
                        .count(),
                partitions.stream()
                        .filter(partition -> partition.hasMarker() && !partition.grewAfterMarker())
                        .count());
    }

    /** Returns whether the object was usually written last. */
    boolean isWrittenLast() {
        return last >= MIN_SHARE * present;
    }

    /** Returns the evidence as a sentence. */
    String evidence() {
        if (SharedMarker.isShared(name)) {
            return YamlWriter.partitions(last, of) + (of == 1 ? " was" : " were") + " written before "
                    + Display.visible(name) + ", the marker of the whole table.";
        }
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
        return SharedMarker.isShared(name)
                || (partition.hasMarker() && !(isWrittenLast() && partition.grewAfterMarker()));
    }
}
