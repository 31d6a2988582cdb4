// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.Partition;

/** The result of listing a partition: a {@link Snapshot}, or the reason why the partition could not be listed. */
public sealed interface Observation permits Snapshot, Unobserved {

    Partition partition();
}
