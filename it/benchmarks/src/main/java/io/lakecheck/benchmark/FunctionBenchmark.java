// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The times in milliseconds and the largest resident set in kilobytes of one process. */
    private record Measured(long initMillis, long firstMillis, long secondMillis, long peakKilobytes) {}

    private static void print(String title, List<Measured> all) {
        OUT.println(title + ": init " + median(all, Measured::initMillis) + " ms, first event "
                + median(all, Measured::firstMillis) + " ms, second event " + median(all, Measured::secondMillis)
                + " ms, " + median(all, Measured::peakKilobytes) / 1024 + " MB");
    }

    private static long median(List<Measured> all, ToLongFunction<Measured> value) {
        return all.stream().mapToLong(value).sorted().toArray()[all.size() / 2];
    }

    private static Measured measured(String home, boolean primed, int keys) throws Exception {
        try (ListSimulator lake = new ListSimulator(KeyLayout.FLAT.keys("kpi/dt=2026-01-02/", keys), 0, 0);
                RuntimeApi api = new RuntimeApi()) {
            long start = System.nanoTime();
            Process process = start(home, api, lake, primed);
            try {
                api.awaitInitialized();
                long initialized = System.nanoTime();
                invoke(api, keys);
                long first = System.nanoTime();
                invoke(api, keys);
                long second = System.nanoTime();
                return new Measured(
                        millis(start, initialized), millis(initialized, first), millis(first, second), peak(process));
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static void invoke(RuntimeApi api, int keys) throws InterruptedException {
        String response = api.invoke("{\"asOf\": \"" + ListingRun.NOW + "\"}");
        if (!response.contains("\"passed\": 1") || !response.contains("\"objects\": " + keys)) {
            throw new IllegalStateException(response);
        }
    }

    private static Process start(String home, RuntimeApi api, ListSimulator lake, boolean primed) throws IOException {
        Path task = Files.createTempDirectory("lakecheck-function");
        Files.writeString(task.resolve("lakecheck.yml"), """
                s3: { endpoint: "%s", region: eu-west-1 }
                datasets:
                  kpi: { location: "s3://%s/kpi/dt={date}/", checks: [ size: { min: 1 B } ] }
                """.formatted(lake.endpoint(), ListSimulator.BUCKET));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(home, "bin", "java").toString(),
                        "-Xmx" + MEMORY * 85 / 100 + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        "io.lakecheck.lambda.LakecheckHandler")
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"));
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API", api.address(),
                        "AWS_EXECUTION_ENV", "AWS_Lambda_java17",
                        "AWS_LAMBDA_FUNCTION_NAME", "lakecheck",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY),
                        "AWS_LAMBDA_INITIALIZATION_TYPE", primed ? "snap-start" : "on-demand",
                        "LAMBDA_TASK_ROOT", task.toString(),
                        "AWS_REGION", "eu-west-1",
                        "AWS_ACCESS_KEY_ID", "bench",
                        "AWS_SECRET_ACCESS_KEY", "bench"));
        return builder.start();
    }

    private static long peak(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
