// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.Partition;

/** What came of looking at a partition: a {@link Snapshot}, or why there is none. */
public sealed interface Observation permits Snapshot, Unobserved {

    Partition partition();
}
