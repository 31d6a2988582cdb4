// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.lake.Traffic;
import io.lakecheck.survey.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
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

    private void progressAfter(Duration pause) {
        nanoTime.addAndGet(pause.toNanos());
        progress.accept(new Progress(3, 8, new Traffic(44, 0, objects), 32, throttled));
    }
}
