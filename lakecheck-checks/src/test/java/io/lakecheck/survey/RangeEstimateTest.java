// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RangeEstimateTest {

    /** The eighth page of a counter. */
    private static final RangeEstimate EIGHTH =
            estimate("part-0000", List.of("part-0700", "part-0701", "part-0750", "part-0799"));

    @Test
    void a_closed_interval_has_as_many_pages_as_at_the_density_of_the_last_one() {
        assertThat(EIGHTH.pages(interval("part-0799", "part-1299"), 8)).isCloseTo(5, within(0.1));
    }

    @Test
    void an_open_interval_is_as_long_as_everything_before_it() {
        assertThat(EIGHTH.pages(interval("part-0799", null), 8)).isCloseTo(8, within(0.1));
        assertThat(EIGHTH.pages(interval("part-0799", "q"), 8)).isCloseTo(8, within(0.1));
    }

    @Test
    void an_open_interval_is_not_longer_than_the_names_allow() {
        assertThat(EIGHTH.pages(interval("part-9899", null), 8)).isCloseTo(1, within(0.1));
    }

    @Test
    void a_closed_interval_is_halved() {
        assertThat(EIGHTH.pivot(interval("part-0799", "part-1799"), true)).contains("part-129");
    }

    @Test
    void an_open_interval_is_split_at_twice_the_distance() {
        assertThat(EIGHTH.pivot(interval("part-0799", null), true)).contains("part-159");
        assertThat(EIGHTH.pivot(interval("part-1599", null), false)).contains("part-319");
    }

    @Test
    void before_a_page_was_read_only_the_end_of_the_numbers_follows_the_last_guess() {
        assertThat(EIGHTH.pivot(interval("part-7999", null), false)).contains("part-9~");
        assertThat(EIGHTH.pivot(interval("part-9~", null), false)).isEmpty();
        assertThat(EIGHTH.pivot(interval("part-7999", null), true)).contains("part-899");
    }

    @Test
    void an_interval_without_known_names_is_split_by_its_bytes() {
        assertThat(EIGHTH.pivot(interval("a", "z"), true)).isPresent();
    }

    @Test
    void the_origin_is_the_page_itself_if_earlier_names_look_different() {
        RangeEstimate other = estimate("cold/77", List.of("hot/00", "hot/09"));

        assertThat(other.origin()).isEqualTo("hot/00");
        assertThat(EIGHTH.origin()).isEqualTo("part-0000");
    }

    @Test
    void sequential_names_are_split_shortly_before_the_end_of_a_page() {
        ObservedKeys keys = new ObservedKeys("");
        List<String> page = List.of("p-0700.gz", "p-0701.gz", "p-0750.gz", "p-0799.gz");
        keys.add("", page);
        RangeEstimate sequential = RangeEstimate.of(keys, "p-0000.gz", page, 100, true);

        assertThat(sequential.isGapless()).isTrue();
        assertThat(sequential.pivot(interval("p-0799.gz", "p-1349.gz"), true)).contains("p-1074.gz");
        assertThat(sequential.pivot(interval("p-0799.gz", "p-0998.gz"), true)).contains("p-0897.gz");
        assertThat(EIGHTH.isGapless()).isFalse();
    }

    private static RangeEstimate estimate(String origin, List<String> page) {
        ObservedKeys keys = new ObservedKeys("");
        keys.add("", page);
        return RangeEstimate.of(keys, origin, page, 1000, true);
    }

    private static KeyInterval interval(String after, @Nullable String last) {
        return new KeyInterval(after, Optional.ofNullable(last));
    }
}
