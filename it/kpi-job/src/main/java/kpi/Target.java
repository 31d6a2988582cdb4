// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.io.IOException;

/** The place that the job writes to, such as a local directory or a bucket. */
interface Target {

    /**
     * Writes the files of a partition in order. Existing files in the partition are replaced, so that the job can run
     * again for the same day.
     */
    void publish(Partition partition) throws IOException;
}
