// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.util.List;

/**
 * What a day of a dataset consists of.
 *
 * @param day the day whose data it holds
 * @param folder where it lies below the lake's root, slashes between, none at the ends
 * @param outputs its files in the order in which they are written: the marker comes last
 */
record Partition(Day day, String folder, List<Output> outputs) {

    /** An empty file that says: the partition is complete. Readers wait for it. */
    static final String MARKER = "_SUCCESS";

    Partition {
        outputs = List.copyOf(outputs);
    }

    /** The same place with other files. */
    Partition with(List<Output> others) {
        return new Partition(day, folder, others);
    }
}
