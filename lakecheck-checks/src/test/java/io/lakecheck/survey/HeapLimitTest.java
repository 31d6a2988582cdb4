// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapLimitTest {

    private static final long MEGABYTE = 1 << 20;

    @Test
    void pages_with_longer_keys_are_fewer() {
        HeapLimit limit = new HeapLimit(64 * MEGABYTE);
        assertThat(limit.pages()).isGreaterThan(1000);

        limit.record(1000, "part-".repeat(8));
        assertThat(limit.pages()).isEqualTo(31);

        limit.record(1000, "part-".repeat(200));
        assertThat(limit.pages()).isEqualTo(2);
    }

    @Test
    void the_largest_page_counts() {
        HeapLimit limit = new HeapLimit(64 * MEGABYTE);
        limit.record(1000, "part-".repeat(8));
        limit.record(10, "part-".repeat(8));

        assertThat(limit.pages()).isEqualTo(31);
    }

    @Test
    void a_single_page_is_always_allowed() {
        HeapLimit limit = new HeapLimit(MEGABYTE);
        limit.record(1000, "part-".repeat(200));

        assertThat(limit.pages()).isEqualTo(1);
    }
}
