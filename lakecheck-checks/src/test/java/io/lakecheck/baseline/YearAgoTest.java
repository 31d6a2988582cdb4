// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class YearAgoTest {

    private static final double SPREAD = 0.1;

    @Test
    void a_special_day_is_compared_with_the_same_weekdays_around_it() {
        List<YearAgo.Echo> echoes = echoes(back -> back == 365 ? Math.log(50) : Math.log(100));

        assertThat(echoes).extracting(YearAgo.Echo::back).containsExactly(365);
        assertThat(echoes.get(0).deviation()).isCloseTo(Math.log(0.5), within(1e-12));
    }

    @Test
    void all_three_days_may_be_special() {
        assertThat(echoes(back -> back == 364 || back == 365 || back == 371 ? 3 : 1))
                .extracting(YearAgo.Echo::back)
                .containsExactly(364, 371, 365);
    }

    @Test
    void a_deviation_within_the_spread_is_not_special() {
        assertThat(echoes(back -> back == 365 ? 1.099 : 1)).isEmpty();
        assertThat(echoes(back -> back == 365 ? 1.101 : 1)).hasSize(1);
    }

    @Test
    void it_needs_five_of_the_nine_days() {
        assertThat(echoes(back -> back == 365 ? 3 : back > 365 && back < 365 + 21 ? Double.NaN : 1))
                .hasSize(1);
        assertThat(echoes(back -> back == 365 ? 3 : back > 365 || back < 365 - 21 ? Double.NaN : 1))
                .isEmpty();
        assertThat(echoes(back -> back == 365 ? Double.NaN : 1)).isEmpty();
    }

    @Test
    void it_reads_nineteen_days() {
        assertThat(YearAgo.days(365)).hasSize(19).contains(336, 399, 337, 393);
        assertThat(YearAgo.days(366)).hasSize(19);
    }

    private static List<YearAgo.Echo> echoes(IntToDoubleFunction sizes) {
        return YearAgo.echoes(sizes, 365, SPREAD);
    }
}
