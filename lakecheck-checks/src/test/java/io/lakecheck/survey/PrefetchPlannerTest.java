// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.baseline.TestHistory;
import io.lakecheck.partition.Partition;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Days are told by how many days they are before the judged one. */
class PrefetchPlannerTest {

    private final TestHistory past = TestHistory.daily("2026-01-05");
    private final PrefetchPlanner planner = new PrefetchPlanner();

    @Test
    void nothing_comes_along_before_anything_was_measured() {
        assertThat(planner.hasMeasurement()).isFalse();
        assertThat(planner.prefetch(days(10, 12), days(11, 13))).isEmpty();
    }

    @Test
    void what_lies_in_the_same_page_comes_along() {
        planner.measure(500, 100);

        assertThat(planner.hasMeasurement()).isTrue();
        assertThat(planner.prefetch(days(10, 20), days(5, 15, 25))).isEqualTo(days(5, 15, 25));
    }

    @Test
    void as_much_comes_along_as_fits_a_page_with_a_twentieth_to_spare_the_newest_first() {
        planner.measure(500, 100);
        Set<Partition> possible = IntStream.rangeClosed(11, 400)
                .boxed()
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(),
                        all -> days(all.stream().mapToInt(i -> i).toArray())));

        Set<Partition> along = planner.prefetch(days(10), possible);

        assertThat(along).as("950 keys of 5 a day are 190 days").hasSize(189);
        assertThat(along).contains(day(199)).doesNotContain(day(200));
    }

    @Test
    void what_is_needed_may_fill_its_page_to_the_last_key_and_then_nothing_more_comes_along() {
        planner.measure(700, 100);

        assertThat(planner.prefetch(days(10, 149), days(160))).isEmpty();
        assertThat(planner.prefetch(days(10, 149), days(50))).as("on the way").isEqualTo(days(50));
    }

    @Test
    void large_days_take_nobody_along() {
        planner.measure(60_000, 100);

        assertThat(planner.prefetch(days(10, 11, 12), days(13, 14))).isEmpty();
    }

    @Test
    void what_lies_between_needed_days_that_are_pages_apart_does_not_come_along() {
        planner.measure(10_000, 100);

        assertThat(planner.prefetch(days(10, 70), days(40, 12, 72))).isEqualTo(days(12, 72));
    }

    @Test
    void a_stretch_of_two_pages_takes_along_what_fits_its_second_page() {
        planner.measure(1000, 100);

        assertThat(planner.prefetch(days(IntStream.rangeClosed(1, 120).toArray()), days(150, 180, 195)))
                .isEqualTo(days(150, 180));
    }

    @Test
    void where_nothing_at_all_was_found_everything_comes_along() {
        planner.measure(0, 100);

        assertThat(planner.prefetch(days(10), days(1500))).isEqualTo(days(1500));
    }

    private Set<Partition> days(int... back) {
        return IntStream.of(back).mapToObj(this::day).collect(Collectors.toSet());
    }

    private Partition day(int back) {
        return Datasets.daily(DeltaCheck.DEFAULT).location().at(past.back(back));
    }
}
