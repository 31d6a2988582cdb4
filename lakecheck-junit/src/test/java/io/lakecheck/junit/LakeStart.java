// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Starts servers in this JVM and prints how many milliseconds each took until it held its first object. */
final class LakeStart {

    private LakeStart() {}

    /** @param arguments the backend and the number of starts */
    public static void main(String... arguments) {
        ServerChoice choice = ServerChoice.of(
                Backend.valueOf(arguments[0]), "", JUnitSettings.ofProcess(), image -> Optional.empty());
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            long start = System.nanoTime();
            try (RunningLake lake = choice.start()) {
                lake.buckets().create("bench");
                new SeedWriter(lake.client(), lake.writeTimes())
                        .put("s3://bench/dt=2026-01-02/part-0", new byte[1], Optional.empty());
                millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
            }
        }
        System.out.println("millis " + millis.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}
