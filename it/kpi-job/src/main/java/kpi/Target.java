// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.io.IOException;

/** Where the job writes: a local directory, a bucket. */
interface Target {

    /** Writes a partition's files in their order. What the folder held before is gone: a day can be run again. */
    void publish(Partition partition) throws IOException;
}
