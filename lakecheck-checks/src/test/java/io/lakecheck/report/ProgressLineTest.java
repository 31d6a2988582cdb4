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
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final ProgressLine progress = new ProgressLine(lines::add, Duration.ofSeconds(2), nanoTime::get);

    @Test
    void a_short_run_is_silent() {
        tellAfter(Duration.ofMillis(1999));

        assertThat(lines).isEmpty();
    }

    @Test
    void speaks_once_in_a_pause_however_often_it_is_told() {
        tellAfter(Duration.ofSeconds(2));
        tellAfter(Duration.ZERO);
        tellAfter(Duration.ofSeconds(1));
        tellAfter(Duration.ofSeconds(1));

        assertThat(lines).hasSize(2).containsOnly("... 3 of 8 partitions looked at, 41000 objects in 44 LIST requests");
    }

    private void tellAfter(Duration pause) {
        nanoTime.addAndGet(pause.toNanos());
        progress.accept(new Progress(3, 8, new Traffic(44, 0, 41_000)));
    }
}
