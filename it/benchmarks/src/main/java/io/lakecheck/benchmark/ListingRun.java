// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import io.lakecheck.Suite;
import io.lakecheck.delivery.Connection;
import io.lakecheck.s3.S3Lake;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.survey.Lakecheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A program that checks a suite once. It prints the number of listed objects and the milliseconds that the run took,
 * without the start of the JVM.
 */
public final class ListingRun {

    static final Instant NOW = Instant.parse("2026-01-03T07:00:00Z");

    private ListingRun() {}

    /**
     * @param args the simulator's address, the suite's file, the days to backtest or 0 to verify, and the maximum number
     *     of requests in flight
     */
    public static void main(String[] args) throws Exception {
        Suite suite = SuiteFile.parse(
                args[1], Files.readString(Path.of(args[1])), Path.of("").toAbsolutePath());
        int days = Integer.parseInt(args[2]);
        Connection connection =
                new Connection(Optional.of(args[0]), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());
        try (S3Lake lake = S3Lake.connect(connection)) {
            long started = System.nanoTime();
            Lakecheck lakecheck = Lakecheck.on(lake)
                    .at(Clock.fixed(NOW, ZoneOffset.UTC))
                    .concurrency(Integer.parseInt(args[3]));
            long objects = days == 0
                    ? lakecheck.run(suite).traffic().objects()
                    : lakecheck.backtest(suite, days).traffic().objects();
            System.out.println(objects + " " + (System.nanoTime() - started) / 1_000_000);
        }
        System.exit(0);
    }
}
