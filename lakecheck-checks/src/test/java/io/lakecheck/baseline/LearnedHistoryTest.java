// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LearnedHistoryTest {

    private final CountedDays counted = new CountedDays(140);

    @Test
    void forecasts_the_day_after_the_window() {
        for (int day = 0; day < 140; day++) {
            counted.count(day, day % 7 == 0 ? 5 : 9, 0.1, 0.2);
        }

        assertThat(learned(0).forecast()).isEqualTo(new Forecast(5, 0.7 * 0.1, 0.2));
        assertThat(learned(0).alike()).isEqualTo(8);
        assertThat(learned(0).compared()).isEqualTo(28);
    }

    @Test
    void counts_the_available_history_if_there_is_too_little() {
        counted.count(126, 5, 0.1, 0.2);
        counted.count(133, 5);
        counted.count(139, 9, 0.1, 0.2);

        assertThat(learned(0).alike()).isEqualTo(2);
        assertThat(learned(0).compared()).isEqualTo(2);
        assertThat(learned(0).forecast().hasLevel()).isFalse();
    }

    @Test
    void a_day_that_counts_is_not_excluded() {
        counted.count(139, 5);
        counted.count(0, 5);

        assertThat(learned(0).exclusion(1)).isEmpty();
        assertThat(learned(0).exclusion(140)).isEmpty();
    }

    @Test
    void other_days_are_outside_the_range_or_before_the_level() {
        assertThat(learned(0).exclusion(140)).contains(Exclusion.OUTSIDE_USUAL_RANGE);
        assertThat(learned(100).exclusion(40)).contains(Exclusion.OUTSIDE_USUAL_RANGE);
        assertThat(learned(100).exclusion(41)).contains(Exclusion.BEFORE_LEVEL);
    }

    @Test
    void a_day_before_the_window_is_not_excluded() {
        assertThat(learned(100).exclusion(141)).isEmpty();
        assertThat(learned(100).exclusion(364)).isEmpty();
    }

    private LearnedHistory learned(int levelStart) {
        return new LearnedHistory(Cadence.DAYS, 140, counted, levelStart, Optional.empty(), List.of(), List.of());
    }
}
