// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.lake.Lake;
import java.util.Optional;

/** Assertions on a lake. */
public final class LakeAssert {

    private final AssertedLake lake;
    private final Optional<LakeSeed> test;

    private LakeAssert(AssertedLake lake, Optional<LakeSeed> test) {
        this.lake = lake;
        this.test = test;
    }

    static LakeAssert of(LakeSeed seed, AssertionFailures failures) {
        TestLake test = seed.test();
        return new LakeAssert(
                new AssertedLake(test.lake()::lakeOf, test.variables(), test::writtenNear, failures),
                Optional.of(seed));
    }

    static LakeAssert of(Lake lake, AssertionFailures failures) {
        return new LakeAssert(
                new AssertedLake(run -> lake, JUnitSettings.ofProcess(), finding -> "", failures), Optional.empty());
    }

    /**
     * Selects a dataset from the test's {@link LakeCheck} annotations by name.
     *
     * @throws IllegalArgumentException if the test checks no dataset with this name
     */
    public DatasetAssert dataset(String name) {
        DatasetRun run = test.orElseThrow(
                        () -> new IllegalArgumentException(
                                "unknown dataset '" + name
                                        + "': this lake has no named datasets. Select one with location(\"s3://refined/kpi/dt={date}/\")."))
                .run(name);
        return new DatasetAssert(lake, AssertedDataset.of(run.dataset()));
    }

    /**
     * Selects the dataset at a location such as {@code s3://refined/kpi/dt={date}/}. The location may contain
     * variables, such as <code>${bucket}</code> for the test's own bucket.
     */
    public LocationAssert location(String location) {
        return new LocationAssert(lake, location);
    }
}
