// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures how long a test takes that writes and checks a partition, both the first one in a new JVM and the 99 after
 * it. Not part of the build.
 *
 * <pre>{@code ./mvnw -pl lakecheck-junit -am test -Dtest=FirstTestBenchmark -Dsurefire.failIfNoSpecifiedTests=false}
 * </pre>
 */
class FirstTestBenchmark {

    private static final int RUNS = 5;

    @Test
    void prints_how_long_tests_take() throws Exception {
        System.out.println("a test, in ms                first in its JVM   further");
        print("embedded", "embedded", RUNS);
        print("embedded, C1 only", "embedded", RUNS, "-XX:TieredStopAtLevel=1");
        if (LocalStackRun.isAvailable()) {
            print("LocalStack in Docker", "localstack", 1);
        } else {
            System.out.println("LocalStack: not available");
        }
    }

    private static void print(String title, String backend, int runs, String... options)
            throws IOException, InterruptedException {
        List<Long> first = new ArrayList<>();
        List<Long> further = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            List<Long> millis = millis(backend, options);
            first.add(millis.get(0));
            further.addAll(millis.subList(1, millis.size()));
        }
        System.out.printf("%-28s %16d %9d%n", title + ", median", median(first), median(further));
        System.out.printf("%-28s %16d %9d%n", title + ", slowest", Collections.max(first), Collections.max(further));
    }

    private static List<Long> millis(String backend, String... options) throws IOException, InterruptedException {
        return Jvm.run(List.of(options), entry -> true, TimedTests.class, backend)
                .lines()
                .filter(line -> line.startsWith("millis "))
                .flatMap(line -> Stream.of(line.split(" ")).skip(1))
                .map(Long::valueOf)
                .toList();
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }
}
