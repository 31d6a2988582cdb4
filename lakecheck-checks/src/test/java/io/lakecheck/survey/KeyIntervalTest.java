// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyIntervalTest {

    private final KeyInterval interval = new KeyInterval("b", Optional.of("\uE000"));

    @Test
    void the_first_bound_is_excluded_and_the_last_one_included() {
        assertThat(interval.startsBefore("b")).isFalse();
        assertThat(interval.startsBefore("b/")).isTrue();
        assertThat(interval.endsBefore("\uE000")).isFalse();
        assertThat(interval.endsAt("\uE000")).isTrue();
    }

    @Test
    void keys_are_compared_by_their_utf_8_bytes() {
        assertThat(interval.endsBefore("\uD83D\uDE00")).isTrue();
        assertThat(interval.endsBefore("\uD7FF")).isFalse();
    }

    @Test
    void both_parts_of_a_split_contain_something() {
        assertThat(interval.canSplitAfter("b")).isFalse();
        assertThat(interval.canSplitAfter("c")).isTrue();
        assertThat(interval.canSplitAfter("\uE000")).isFalse();
        assertThat(interval.upTo("c")).isEqualTo(new KeyInterval("b", Optional.of("c")));
        assertThat(interval.after("c")).isEqualTo(new KeyInterval("c", Optional.of("\uE000")));
    }

    @Test
    void an_interval_without_bounds_contains_everything() {
        KeyInterval all = new KeyInterval("", Optional.empty());

        assertThat(all.startsBefore("")).isTrue();
        assertThat(all.endsAt("\uDBFF\uDFFF")).isFalse();
    }
}
