// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedDaysTest {

    private final CountedDays counted = new CountedDays(30);

    @Test
    void returns_the_most_recent_sizes_first() {
        counted.count(1, 10);
        counted.count(8, 20);
        counted.count(15, 30, 0.1, 0.2);

        assertThat(counted.sizesBefore(22, 7, 8)).containsExactly(30, 20, 10);
        assertThat(counted.sizesBefore(22, 7, 2)).containsExactly(30, 20);
        assertThat(counted.sizesBefore(23, 7, 8)).isEmpty();
    }

    @Test
    void finds_deviations_of_the_last_days_only() {
        counted.count(10, 1, 0.1, 0.2);
        counted.count(12, 1, 0.3, 0.4);

        assertThat(counted.deviationsSince(11, 18)).containsExactly(0.3);
        assertThat(counted.deviationsSince(-3, 13)).containsExactly(0.3, 0.1);
        assertThat(counted.residualsBefore(20, 1, 28)).containsExactly(0.4, 0.2);
    }

    @Test
    void withdraws_all_values_of_a_day() {
        counted.count(10, 1, 0.1, 0.2);
        counted.withdraw(10);

        assertThat(counted.counts(10)).isFalse();
        assertThat(counted.sizesBefore(11, 1, 8)).isEmpty();
        assertThat(counted.deviationsSince(4, 11)).isEmpty();
        assertThat(counted.residualsBefore(11, 1, 28)).isEmpty();
    }

    @Test
    void moves_only_sizes_and_only_those_before_the_end() {
        counted.count(3, 1, 0.1, 0.2);
        counted.count(4, 1, 0.1, 0.2);
        counted.count(5, 1, 0.1, 0.2);
        counted.shift(5, 2, day -> day != 4);

        assertThat(counted.sizesBefore(6, 1, 8)).containsExactly(1, 1, 3);
        assertThat(counted.residualsBefore(6, 1, 8)).containsExactly(0.2, 0.2, 0.2);
    }

    @Test
    void forgets_a_level_but_keeps_the_residuals() {
        counted.count(3, 1, 0.1, 0.2);
        counted.forgetLevel(4);

        assertThat(counted.counts(3)).isFalse();
        assertThat(counted.deviationsSince(0, 4)).isEmpty();
        assertThat(counted.residualsBefore(4, 1, 8)).containsExactly(0.2);
    }
}
