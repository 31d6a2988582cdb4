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
 * Reaches for S3 with nothing but what the environment says, and perhaps a profile; run in an environment of its own by
 * {@link S3AccessTest}.
 */
final class Reach {

    /** Enough that looking for credentials once each would be seen. */
    static final int DATASETS = 20;

    /** Says what a suite would. */
    static final String PROFILE = "reach.profile";

    private Reach() {}

    /** Prints each verdict, or why there was no connecting. */
    public static void main(String[] none) {
        Connection connection = new Connection(
                Optional.empty(), Optional.empty(), Optional.ofNullable(System.getProperty(PROFILE)), Optional.empty());
        try (Lake lake = S3Lake.connect(connection)) {
            Dataset[] datasets = IntStream.range(0, DATASETS)
                    .mapToObj(i -> Refinery.weighing("d" + i, 100))
                    .toArray(Dataset[]::new);
            Lakecheck.on(lake)
                    .at(Refinery.NOW)
                    .run(Suite.of(datasets))
                    .findings()
                    .forEach(finding -> System.out.println(finding.text()));
        } catch (LakeException e) {
            System.out.println(e.reason() + ": " + e.getMessage());
        }
    }
}
