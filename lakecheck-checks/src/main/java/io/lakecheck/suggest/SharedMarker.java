// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The marker in the folder that contains a dataset's dated folders, such as {@code ../_SUCCESS}. A job overwrites it at
 * the end of each run, so it is newer than all data.
 *
 * @param name the marker as written in a suite
 * @param object the marker
 */
record SharedMarker(String name, LakeObject object) {

    /** The share of the partitions that may have been changed since the marker was written. */
    private static final double MOST_CHANGED = 0.05;

    /** Returns the newest object next to the dated folders that is named like a marker, or empty if there is none. */
    static Optional<SharedMarker> nextTo(FoundDataset found, LakeSampler sampler) {
        String template = found.layout().template();
        if (!template.endsWith("/")) {
            return Optional.empty();
        }
        String up = "../".repeat((int) template.chars().filter(c -> c == '/').count());
        return sampler.objects(KeyRange.of(found.layout().location().root(), "_"), 1).all().stream()
                .filter(object -> object.key().indexOf('/') < 0 && MarkerSearch.isMarkerName(object.key()))
                .filter(object -> YamlScalar.isRepresentable(object.key()))
                .max(Comparator.comparing(LakeObject::modified))
                .map(object -> new SharedMarker(up + object.key(), object));
    }

    /** Returns whether a marker as written in a suite is one that all partitions share. */
    static boolean isShared(String name) {
        return name.startsWith("../") && name.indexOf('{') < 0;
    }

    /**
     * Returns whether the marker was written after nearly all data, including that of the newest partition.
     *
     * @param partitions the partitions whose period has ended, oldest first
     */
    boolean follows(List<PastPartition> partitions) {
        long changed = partitions.stream().filter(this::precedes).count();
        return !partitions.isEmpty()
                && !precedes(partitions.get(partitions.size() - 1))
                && changed <= MOST_CHANGED * partitions.size();
    }

    private boolean precedes(PastPartition partition) {
        return partition.with(this).grewAfterMarker();
    }
}
