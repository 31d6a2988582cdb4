// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Benchmark of the time until a server holds its first object. Not part of the test run.
 *
 * <pre>{@code ./mvnw -pl lakecheck-junit -am test -Dtest=LakeStartBenchmark -Dsurefire.failIfNoSpecifiedTests=false}
 * </pre>
 */
class LakeStartBenchmark {

    private static final int COLD_RUNS = 5;

    @Test
    void prints_the_start_up_time_of_each_server() throws Exception {
        List<Long> cold = new ArrayList<>();
        List<Long> warm = new ArrayList<>();
        for (int i = 0; i < COLD_RUNS; i++) {
            List<Long> millis = millis(Backend.EMBEDDED, 20);
            cold.add(millis.get(0));
            warm.addAll(millis.subList(10, millis.size()));
        }
        System.out.println("lake ready, in ms            first in its JVM   again");
        System.out.printf("embedded, median of %-9d%16d%8d%n", COLD_RUNS, median(cold), median(warm));
        System.out.printf("embedded, slowest            %16d%8d%n", Collections.max(cold), Collections.max(warm));
        if (Docker.problemOf(LocalStackServer.DEFAULT_IMAGE).isEmpty()) {
            List<Long> millis = millis(Backend.LOCALSTACK, 2);
            System.out.printf("LocalStack in Docker, once   %16d%8d%n", millis.get(0), millis.get(1));
        } else {
            System.out.println("LocalStack: Docker is not available");
        }
    }

    private static List<Long> millis(Backend backend, int times) throws IOException, InterruptedException {
        String printed = Jvm.run(entry -> true, LakeStart.class, backend.name(), Integer.toString(times));
        String line = printed.lines()
                .filter(each -> each.startsWith("millis "))
                .findFirst()
                .orElseThrow();
        return Stream.of(line.split(" ")).skip(1).map(Long::valueOf).toList();
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }
}
