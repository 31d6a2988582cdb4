// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitBudgetTest {

    private final SplitBudget budget = new SplitBudget(32);

    @Test
    void no_split_before_the_ninth_page() {
        spend(7, 1000);
        assertThat(budget.ranges(1)).isZero();
        assertThat(budget.isOpen()).isFalse();

        spend(1, 1000);
        assertThat(budget.isOpen()).isTrue();
        assertThat(budget.ranges(1)).isEqualTo(6);
    }

    @Test
    void as_many_ranges_as_threads() {
        spend(100, 1000);

        assertThat(budget.ranges(1)).isEqualTo(31);
        assertThat(budget.ranges(32)).isZero();
    }

    @Test
    void as_many_ranges_as_threads_if_many_pages_are_known_to_follow() {
        spend(15, 1000);
        budget.expect(20);
        assertThat(budget.isForAllThreads()).isFalse();

        budget.expect(500);
        assertThat(budget.isForAllThreads()).isTrue();
        assertThat(budget.ranges(7)).isEqualTo(24);
    }

    @Test
    void empty_pages_use_up_the_budget() {
        spend(40, 1000);
        spend(28, 0);

        assertThat(budget.ranges(1)).isEqualTo(1);
        assertThat(budget.ranges(4)).isZero();
    }

    @Test
    void a_longer_listing_may_waste_more_pages() {
        spend(1000, 1000);
        spend(60, 0);

        assertThat(budget.ranges(1)).isEqualTo(13);
    }

    @Test
    void a_long_listing_stays_within_the_limit_even_if_each_active_range_wastes_a_page() {
        spend(100, 1000);
        spend(10, 0);

        assertThat(budget.ranges(20)).isEqualTo(100 / 20 + 32 - 10 - 20);
        assertThat(budget.ranges(27)).isZero();
    }

    @Test
    void none_after_it_was_closed() {
        spend(100, 1000);
        budget.close();

        assertThat(budget.isOpen()).isFalse();
        assertThat(budget.ranges(1)).isZero();
    }

    private void spend(int pages, long keys) {
        for (int i = 0; i < pages; i++) {
            budget.spend(keys);
        }
    }
}
