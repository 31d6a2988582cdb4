// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.delivery.Connection;
import io.lakecheck.survey.Lakecheck;
import java.util.Optional;

/**
 * A program that checks a partition whose keys are 1 kB long, with many requests in flight. {@link S3VolumeTest} runs
 * it with a small heap.
 */
final class LongKeys {

    static final int OBJECTS = 100_000;
    static final String ENDPOINT = "endpoint";

    private static final int IN_FLIGHT = 256;

    private LongKeys() {}

    /** Prints the finding and the numbers of requests and objects. */
    public static void main(String[] none) {
        Connection connection = new Connection(
                Optional.of(System.getProperty(ENDPOINT)),
                Optional.of("eu-west-1"),
                Optional.empty(),
                Optional.empty());
        try (S3Lake lake = S3Lake.connect(connection)) {
            Report report = Lakecheck.on(lake)
                    .at(StubbedLake.NOW)
                    .concurrency(IN_FLIGHT)
                    .run(Suite.of(StubbedLake.sized("long", 100L * OBJECTS)));
            System.out.println(report.findings().get(0).text());
            System.out.println(report.traffic());
        }
    }
}
