// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.survey.Lakecheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Datasets that the engine checks together, so that it lists each partition only once.
 *
 * @param runs one run for each dataset; there is at least one, and all have the same time and selected partition
 */
record SuiteRun(List<DatasetRun> runs) {

    SuiteRun {
        runs = List.copyOf(runs);
    }

    /** Groups the runs of single datasets into as few runs of the engine as possible. */
    static List<SuiteRun> group(List<DatasetRun> runs) {
        List<List<DatasetRun>> groups = new ArrayList<>();
        for (DatasetRun run : runs) {
            groups.stream()
                    .filter(group -> group.stream().allMatch(run::canRunWith))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(run), () -> groups.add(new ArrayList<>(List.of(run))));
        }
        return groups.stream().map(SuiteRun::new).toList();
    }

    List<Dataset> datasets() {
        return runs.stream().map(DatasetRun::dataset).toList();
    }

    /** Returns the test's time, or empty for the current time. */
    Optional<Instant> now() {
        return runs.get(0).now();
    }

    boolean isOnS3() {
        return runs.get(0).isOnS3();
    }

    /** Lists the lake and checks the datasets. */
    Report check(Lake lake) {
        return runs.get(0).configure(Lakecheck.on(lake)).run(Suite.of(datasets().toArray(Dataset[]::new)));
    }
}
