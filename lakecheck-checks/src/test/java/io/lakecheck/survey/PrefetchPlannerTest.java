// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the planner. Each day is identified by the number of days between it and the checked day. */
class PrefetchPlannerTest {

    private static final Span JUDGED =
            Datasets.daily(DeltaCheck.DEFAULT).partition("2026-01-05").span().orElseThrow();
    private final PrefetchPlanner planner = new PrefetchPlanner();

    @Test
    void prefetches_nothing_without_a_measurement() {
        assertThat(planner.hasMeasurement()).isFalse();
        assertThat(planner.prefetch(days(10, 12), days(11, 13))).isEmpty();
    }

    @Test
    void prefetches_partitions_on_the_same_page() {
        planner.measure(500, 100);

        assertThat(planner.hasMeasurement()).isTrue();
        assertThat(planner.prefetch(days(10, 20), days(5, 15, 25))).isEqualTo(days(5, 15, 25));
    }

    @Test
    void fills_a_page_to_95_percent_newest_partitions_first() {
        planner.measure(500, 100);
        Set<Partition> possible = IntStream.rangeClosed(11, 400)
                .boxed()
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        all -> days(all.stream().mapToInt(i -> i).toArray())));

        Set<Partition> prefetched = planner.prefetch(days(10), possible);

        assertThat(prefetched).as("950 keys of 5 a day are 190 days").hasSize(189);
        assertThat(prefetched).contains(day(199)).doesNotContain(day(200));
    }

    @Test
    void prefetches_nothing_beyond_a_page_that_is_full() {
        planner.measure(700, 100);

        assertThat(planner.prefetch(days(10, 149), days(160))).isEmpty();
        assertThat(planner.prefetch(days(10, 149), days(50)))
                .as("between the needed ones")
                .isEqualTo(days(50));
    }

    @Test
    void prefetches_nothing_if_days_are_large() {
        planner.measure(60_000, 100);

        assertThat(planner.prefetch(days(10, 11, 12), days(13, 14))).isEmpty();
    }

    @Test
    void prefetches_nothing_between_days_that_are_pages_apart() {
        planner.measure(10_000, 100);

        assertThat(planner.prefetch(days(10, 70), days(40, 12, 72))).isEqualTo(days(12, 72));
    }

    @Test
    void fills_the_second_page_of_a_range_of_two() {
        planner.measure(1000, 100);

        assertThat(planner.prefetch(days(IntStream.rangeClosed(1, 120).toArray()), days(150, 180, 195)))
                .isEqualTo(days(150, 180));
    }

    @Test
    void prefetches_everything_if_no_keys_were_found() {
        planner.measure(0, 100);

        assertThat(planner.prefetch(days(10), days(1500))).isEqualTo(days(1500));
    }

    private Set<Partition> days(int... back) {
        return IntStream.of(back).mapToObj(this::day).collect(Collectors.toSet());
    }

    private Partition day(int back) {
        return Datasets.daily(DeltaCheck.DEFAULT).location().at(JUDGED.step(-back));
    }
}
