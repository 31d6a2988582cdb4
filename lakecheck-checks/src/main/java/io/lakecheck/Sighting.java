// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/** What came of looking at a partition: a {@link Snapshot}, or why there is none. */
public sealed interface Sighting permits Snapshot, Unseen {

    Partition partition();
}
