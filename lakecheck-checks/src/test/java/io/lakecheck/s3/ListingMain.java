// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.survey.Lakecheck;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A program that checks datasets on S3 with only the settings in the environment and an optional profile.
 * {@link S3AccessTest} runs it.
 */
final class ListingMain {

    /** The number of datasets. It is large enough to notice if each dataset searched for credentials. */
    static final int DATASETS = 20;

    /** The system property that sets the suite's profile. */
    static final String PROFILE = "listing.profile";

    private ListingMain() {}

    /** Prints each finding, or the reason why the connection failed. */
    public static void main(String[] none) {
        Connection connection = new Connection(
                Optional.empty(), Optional.empty(), Optional.ofNullable(System.getProperty(PROFILE)), Optional.empty());
        try (Lake lake = S3Lake.connect(connection)) {
            Dataset[] datasets = IntStream.range(0, DATASETS)
                    .mapToObj(i -> StubbedLake.sized("d" + i, 100))
                    .toArray(Dataset[]::new);
            Lakecheck.on(lake)
                    .at(StubbedLake.NOW)
                    .run(Suite.of(datasets))
                    .findings()
                    .forEach(finding -> System.out.println(finding.text()));
        } catch (LakeException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        }
    }
}
