// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Runs tests in this JVM and prints how many milliseconds each took. The time of the first test includes the start of
 * the server.
 */
final class TimedTests {

    private TimedTests() {}

    /** @param arguments one element: the backend */
    public static void main(String... arguments) {
        Run run = Run.with(Map.of("lakecheck.backend", arguments[0]), Jobs.class);
        List<Instant> started = new ArrayList<>(times(run.results().testEvents().started()));
        List<Instant> finished = times(run.results().testEvents().succeeded());
        started.set(0, times(run.results().containerEvents().started()).get(0));
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < finished.size(); i++) {
            millis.add(Duration.between(started.get(i), finished.get(i)).toMillis());
        }
        System.out.println("millis " + millis.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static List<Instant> times(Events events) {
        return events.stream().map(Event::getTimestamp).toList();
    }

    @LocalLake
    static class Jobs {

        @RepeatedTest(100)
        @LakeCheck(
                location = "s3://refined/kpi/dt={date}/",
                partition = "2026-01-02",
                recency = @Recency(marker = "_SUCCESS"),
                size = @Size(min = "1 kB"))
        void writes_a_partition(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 1500, "part-0", "_SUCCESS");
        }
    }
}
