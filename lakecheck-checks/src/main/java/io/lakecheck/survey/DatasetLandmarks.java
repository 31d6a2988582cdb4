// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.partition.Partition;
import java.util.List;

/**
 * The landmarks of a dataset: the names of keys at about equal distances in the partition whose listing ended last. The
 * partitions of a dataset usually contain similar names, so the listing of another partition can be split at the same
 * names. Thread-safe.
 */
final class DatasetLandmarks {

    /** The minimum number of keys. A few keys are not enough to split a listing well. */
    private static final int MIN = 10;

    private volatile List<String> names = List.of();

    /** Replaces the landmarks with keys of this partition, unless there are too few keys. */
    void replace(Partition partition, List<String> keys) {
        if (keys.size() >= MIN) {
            int start = partition.prefix().length();
            names = keys.stream()
                    .filter(PivotText::isAllowed)
                    .map(key -> key.substring(start))
                    .toList();
        }
    }

    /** Returns the landmarks as keys in this partition. */
    List<String> in(Partition partition) {
        return names.stream().map(name -> partition.prefix() + name).toList();
    }
}
