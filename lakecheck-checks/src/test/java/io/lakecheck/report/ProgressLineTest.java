// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Datasets;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.Traffic;
import io.lakecheck.suggest.Sampling;
import io.lakecheck.suggest.Suggestion;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.survey.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final List<String> lines = new ArrayList<>();
    private long objects = 41_000;
    private long throttled;
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final ProgressLine progress = new ProgressLine(lines::add, Duration.ofSeconds(2), nanoTime::get);

    @Test
    void prints_nothing_in_the_first_interval() {
        progressAfter(Duration.ofMillis(1999));

        assertThat(lines).isEmpty();
    }

    @Test
    void prints_one_line_in_each_interval() {
        progressAfter(Duration.ofSeconds(2));
        progressAfter(Duration.ZERO);
        progressAfter(Duration.ofSeconds(1));
        progressAfter(Duration.ofSeconds(1));

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).contains("3 of 8", "41000", "44", "32"));
    }

    @Test
    void shows_the_objects_per_second_since_the_previous_line() {
        progressAfter(Duration.ofSeconds(2));
        objects += 10_000;
        progressAfter(Duration.ofSeconds(5));

        assertThat(lines.get(0)).contains("(20500 per second)");
        assertThat(lines.get(1)).contains("(2000 per second)");
    }

    @Test
    void shows_throttling() {
        progressAfter(Duration.ofSeconds(2));
        throttled = 7;
        progressAfter(Duration.ofSeconds(2));

        assertThat(lines.get(0)).doesNotContain("throttled");
        assertThat(lines.get(1)).contains("throttled 7 requests");
    }

    @Test
    void shows_the_progress_of_a_run_on_a_lake_that_throttles() {
        MemoryLake kpi = new MemoryLake();
        AtomicBoolean isFirst = new AtomicBoolean(true);
        IntStream.range(0, 2500)
                .forEach(i -> kpi.put("s3://refined/kpi/dt=2026-01-02/" + i, 1, "2026-01-03T03:00:00Z"));
        Lake throttling = (range, visitor) -> {
            visitor.onRequest();
            if (isFirst.getAndSet(false)) {
                visitor.onThrottle();
            }
            kpi.list(range, visitor);
            visitor.onRequestEnd();
        };
        Iterator<Long> seconds = LongStream.iterate(0, second -> second + 1).iterator();
        ProgressLine line = new ProgressLine(lines::add, Duration.ofSeconds(1), () -> Duration.ofSeconds(seconds.next())
                .toNanos());

        Lakecheck.on(throttling)
                .at(Datasets.clock(Datasets.DUE_AT))
                .onProgress(line)
                .run(Suite.of(Datasets.daily(Datasets.recency())));

        String throttled = "; the lake throttled 1 request, so fewer are now sent at a time";
        assertThat(lines)
                .startsWith(
                        "... listed 0 of 1 partition: 0 objects (0 per second), 1 LIST request, 1 in flight"
                                + throttled,
                        "... listed 0 of 1 partition: 1000 objects (1000 per second), 2 LIST requests, 1 in flight"
                                + throttled,
                        "... listed 0 of 1 partition: 2000 objects (1000 per second), 3 LIST requests, 1 in flight"
                                + throttled)
                .last()
                .asString()
                .startsWith("... listed 1 of 1 partition: 2500 objects (");
    }

    @Test
    void shows_the_progress_of_suggest_across_datasets() {
        MemoryLake lake = new MemoryLake();
        for (String name : List.of("kpi", "sessions")) {
            LocalDate.parse("2026-01-01")
                    .datesUntil(LocalDate.parse("2026-01-31"))
                    .forEach(day -> IntStream.range(0, 40)
                            .forEach(i -> lake.put(
                                    "s3://refined/" + name + "/dt=" + day + "/part-" + i,
                                    9000,
                                    day.plusDays(1) + "T03:00:00Z")));
        }
        Consumer<Progress> line = new ProgressLine(lines::add, Duration.ofNanos(1));

        Traffic traffic = Suggestion.of(
                        lake,
                        "s3://refined/",
                        "s3://refined/",
                        Optional.of(ZoneOffset.UTC),
                        Instant.parse("2026-02-01T12:00:00Z"),
                        new Sampling(Duration.ofMinutes(1), 4, line))
                .traffic();

        assertThat(lines)
                .startsWith("... 0 objects (0 per second), 1 LIST request, 1 in flight")
                .anySatisfy(text -> assertThat(text).contains("listed 400 of 400 partitions"))
                .anySatisfy(text -> assertThat(text)
                        .contains(traffic.objects() + " objects", traffic.requests() + " LIST requests"))
                .noneSatisfy(text -> assertThat(text).contains("(-"));
    }

    private void progressAfter(Duration pause) {
        nanoTime.addAndGet(pause.toNanos());
        progress.accept(new Progress(3, 8, new Traffic(44, 0, objects), 32, throttled));
    }
}
