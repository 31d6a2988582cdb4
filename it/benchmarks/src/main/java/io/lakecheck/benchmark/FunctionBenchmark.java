// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Runs the function in processes of their own, with AWS's runtime client and the heap and compiler that Lambda sets for
 * 512 MB, and prints how long initialization and events take and how much memory the process needs.
 * {@code docs/lambda.md} lists the results. Arguments: the number of keys, and the homes of the JDKs. {@code run} builds
 * the class path.
 */
final class FunctionBenchmark {

    private static final int RUNS = 5;
    private static final int MEMORY = 512;
    private static final String SUITE = """
            s3: { endpoint: "%s", region: eu-west-1 }
            datasets:
              kpi: { location: "s3://%s/kpi/dt={date}/", checks: [ size: { min: 1 B } ] }
            """;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private FunctionBenchmark() {}

    public static void main(String[] args) throws Exception {
        int keys = Integer.parseInt(args[0]);
        for (int i = 1; i < args.length; i++) {
            for (boolean primed : new boolean[] {false, true}) {
                List<Measured> all = new ArrayList<>();
                for (int run = 0; run < RUNS; run++) {
                    all.add(measured(args[i], primed, 1));
                }
                print(args[i] + (primed ? ", primed" : "") + ", 1 key", all);
            }
            print(args[i] + ", " + keys + " keys", List.of(measured(args[i], false, keys)));
        }
        System.exit(0);
    }

    /** The times in milliseconds and the largest resident set in megabytes of one process. */
    private record Measured(long initMillis, long firstMillis, long secondMillis, long peakMegabytes) {}

    private static void print(String title, List<Measured> all) {
        OUT.println(title + ": init " + median(all, Measured::initMillis) + " ms, first event "
                + median(all, Measured::firstMillis) + " ms, second event " + median(all, Measured::secondMillis)
                + " ms, " + median(all, Measured::peakMegabytes) + " MB");
    }

    private static long median(List<Measured> all, ToLongFunction<Measured> value) {
        return all.stream().mapToLong(value).sorted().toArray()[all.size() / 2];
    }

    private static Measured measured(String home, boolean primed, int keys) throws Exception {
        try (ListSimulator lake = new ListSimulator(KeyLayout.FLAT.keys("kpi/dt=2026-01-02/", keys), 0, 0);
                FunctionProcess function = new FunctionProcess(
                        home,
                        MEMORY,
                        SUITE.formatted(lake.endpoint(), ListSimulator.BUCKET),
                        Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", primed ? "snap-start" : "on-demand"))) {
            long first = invoke(function, keys);
            long second = invoke(function, keys);
            return new Measured(function.initMillis(), first, second, function.peakMegabytes());
        }
    }

    private static long invoke(FunctionProcess function, int keys) throws InterruptedException {
        long started = System.nanoTime();
        String response = function.invoke("{\"asOf\": \"" + ListingRun.NOW + "\"}");
        long millis = (System.nanoTime() - started) / 1_000_000;
        if (!response.contains("\"passed\": 1") || !response.contains("\"objects\": " + keys)) {
            throw new IllegalStateException(response);
        }
        return millis;
    }
}
