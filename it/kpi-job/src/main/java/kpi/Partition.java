// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.util.List;

/**
 * The files of one dataset for one day.
 *
 * @param day the day that the data covers
 * @param folder the path relative to the root of the lake, without a leading or trailing slash
 * @param outputs the files, in the order in which to write them, with the marker last
 */
record Partition(Day day, String folder, List<Output> outputs) {

    /** The name of the empty file that marks a partition as complete. Readers wait for this file. */
    static final String MARKER = "_SUCCESS";

    Partition {
        outputs = List.copyOf(outputs);
    }

    /** Returns a copy of this partition with different files. */
    Partition with(List<Output> others) {
        return new Partition(day, folder, others);
    }
}
