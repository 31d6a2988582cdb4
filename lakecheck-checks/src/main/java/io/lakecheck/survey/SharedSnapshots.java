// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.lake.SnapshotBuilder;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;
import java.time.Instant;
import java.util.List;

/**
 * Creates the builders of a dataset's snapshots. Datasets with the same location share listings even if their deadlines
 * differ, so each snapshot has the cutoffs of all of them.
 *
 * @param dataset the dataset whose rules determine the roles of objects
 * @param sharing the datasets with the same location, including this one
 */
record SharedSnapshots(Dataset dataset, List<Dataset> sharing) {

    /** Creates the builders of a dataset that shares its location with no other. */
    static SharedSnapshots of(Dataset dataset) {
        return new SharedSnapshots(dataset, List.of(dataset));
    }

    Location location() {
        return dataset.location();
    }

    /** Returns the cutoffs of all datasets, earliest first. */
    List<Instant> cutoffs(Partition partition) {
        return sharing.stream()
                .flatMap(each -> each.cutoffs(partition).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns an empty builder for the snapshot of a partition. */
    SnapshotBuilder builder(Partition partition) {
        return new SnapshotBuilder(partition, dataset.roles(), cutoffs(partition));
    }
}
