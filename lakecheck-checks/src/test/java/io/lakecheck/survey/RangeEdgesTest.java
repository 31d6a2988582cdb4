// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RangeEdgesTest {

    @Test
    void ranges_that_continue_with_the_key_seen_before_have_no_gap() {
        assertThat(RangeEdges.haveGap(List.of(range("a", "f"), range("f", ""), range("", ""))))
                .isFalse();
        assertThat(RangeEdges.haveGap(List.of(range("a", "z"), range("z", "z"), range("z", ""))))
                .isFalse();
        assertThat(RangeEdges.haveGap(List.of())).isFalse();
    }

    @Test
    void a_key_that_was_written_in_between_is_no_gap() {
        assertThat(RangeEdges.haveGap(List.of(range("a", "f"), range("e", "")))).isFalse();
    }

    @Test
    void a_missing_key_is_a_gap() {
        assertThat(RangeEdges.haveGap(List.of(range("a", "f"), range("g", "")))).isTrue();
        assertThat(RangeEdges.haveGap(List.of(range("a", "f"), range("", ""), range("g", ""))))
                .isTrue();
        assertThat(RangeEdges.haveGap(List.of(range("a", "f"), range("", "")))).isTrue();
    }

    private static RangeEdges range(String first, String beyond) {
        RangeEdges edges = new RangeEdges();
        if (!first.isEmpty()) {
            edges.reach(first);
        }
        if (!beyond.isEmpty()) {
            edges.pass(beyond);
        }
        return edges;
    }
}
