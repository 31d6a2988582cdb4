// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.util.List;

/**
 * The files of one dataset for one day.
 *
 * @param day the day that the data covers
 * @param folder the path below the root of the lake, without leading or trailing slash
 * @param outputs the files in write order, the marker last
 */
record Partition(Day day, String folder, List<Output> outputs) {

    /** Name of the empty file that marks a partition as complete. Readers wait for it. */
    static final String MARKER = "_SUCCESS";

    Partition {
        outputs = List.copyOf(outputs);
    }

    /** Returns this partition with other files. */
    Partition with(List<Output> others) {
        return new Partition(day, folder, others);
    }
}
