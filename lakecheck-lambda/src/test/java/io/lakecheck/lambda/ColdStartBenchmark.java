// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.s3.StubS3;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Prints how long the first and later invocations of the function take in a new JVM, and how many classes they load.
 * Run it with the class path of the tests; {@code docs/lambda.md} lists the results.
 */
final class ColdStartBenchmark {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-01-03T07:00:00Z"), ZoneOffset.UTC);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static long last = System.nanoTime();

    private ColdStartBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path task = Files.createTempDirectory("lakecheck");
        try (StubS3 s3 = new StubS3()) {
            s3.put("refined", "kpi/dt=2026-01-02/part-0", 1000, Instant.parse("2026-01-02T23:00:00Z"));
            Files.writeString(task.resolve("lakecheck.yml"), """
                    s3: { endpoint: "%s", region: eu-west-1 }
                    datasets:
                      kpi: { location: "s3://refined/kpi/dt={date}/", checks: [ recency: {}, size: { min: 1 kB } ] }
                    """.formatted(s3.endpoint()));
            print("test setup");
            FunctionCall.Environment function =
                    new FunctionCall.Environment(Map.of("LAMBDA_TASK_ROOT", task.toString()), MORNING);
            print("handler");
            if (arguments.length > 0) {
                // This is what a priming hook could do before a snapshot: a run that lists nothing.
                function.call("{\"partition\": \"none\"}");
                print("priming");
            }
            for (int i = 1; i <= 5; i++) {
                function.call("{}", "request-" + i);
                print("invocation " + i);
            }
        }
    }

    private static void print(String step) {
        long now = System.nanoTime();
        OUT.println(step + ": " + Duration.ofNanos(now - last).toMillis() + " ms, "
                + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() + " classes");
        last = System.nanoTime();
    }
}
