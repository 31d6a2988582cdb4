// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.io.IOException;

/** The place that the job writes to, such as a local directory or a bucket. */
interface Target {

    /** Writes the files of a partition in order. Replaces earlier files, so that a day can be run again. */
    void publish(Partition partition) throws IOException;
}
