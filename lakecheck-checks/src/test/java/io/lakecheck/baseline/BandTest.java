// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BandTest {

    @Test
    void ends_are_shown_rounded_outwards_to_three_digits() {
        assertThat(band(350_626_547, 447_281_328).text(Volume.BYTES, 400_000_000))
                .isEqualTo("350 to 448 MB");
        assertThat(band(999_999, 1_234_567).text(Volume.BYTES, 1_000_000)).isEqualTo("999 kB to 1.24 MB");
    }

    @Test
    void ends_are_shown_with_as_many_digits_as_the_size_needs() {
        assertThat(band(350_626_547, 447_281_328).text(Volume.BYTES, 350_600_000))
                .isEqualTo("350.62 to 447.29 MB");
        assertThat(band(350_626_547, 447_281_328).measured(Volume.BYTES, 350_600_000))
                .isEqualTo("350.6 MB");
    }

    @Test
    void few_objects_are_shown_exactly() {
        assertThat(new Band(Math.log(2.83), Math.log(3.18)).text(Volume.OBJECTS, 3))
                .isEqualTo("3 objects");
        assertThat(new Band(Math.log(2.83), Math.log(4.18)).text(Volume.OBJECTS, 3))
                .isEqualTo("3 to 4 objects");
        assertThat(new Band(Math.log(2.83), Math.log(3.18)).measured(Volume.OBJECTS, 1))
                .isEqualTo("1 object");
    }

    @Test
    void sizes_are_compared_exactly() {
        Band band = new Band(Math.log(1_000_000.4), Math.log(2_000_000.4));

        assertThat(band.holds(1_000_000)).isFalse();
        assertThat(band.holds(1_000_001)).isTrue();
        assertThat(band.holds(2_000_000)).isTrue();
        assertThat(band.isAbove(2_000_001)).isTrue();
        assertThat(band.isBelow(0)).isTrue();
        assertThat(band.lowest()).isEqualByComparingTo("1000000");
        assertThat(band.highest()).isEqualByComparingTo("2000000");
    }

    @Test
    void what_happened_a_year_ago_moves_the_ends_outwards() {
        Forecast forecast = new Forecast(10, 0, 0.1);
        List<YearAgo.Echo> echoes = List.of(new YearAgo.Echo(364, -0.5), new YearAgo.Echo(365, -0.3));
        ExpectedBand band = ExpectedBand.of(forecast, Tolerance.DEFAULT).extended(echoes);

        assertThat(band.band()).isEqualTo(new Band(10 - 0.5 - 0.2, 10.2));
        assertThat(band.moving(echoes)).extracting(YearAgo.Echo::back).containsExactly(364);
        assertThat(band.deviation(Math.round(Math.exp(9.6)))).isZero();
    }

    @Test
    void a_limit_in_percent_is_not_moved() {
        Tolerance drop = Tolerance.of(TestDays.percent(50), Optional.empty());
        ExpectedBand band = ExpectedBand.of(new Forecast(10, 0, 0.1), drop);
        List<YearAgo.Echo> echoes = List.of(new YearAgo.Echo(364, -5));

        assertThat(band.isOpenTo(1)).isFalse();
        assertThat(band.isOpenTo(1_000_000)).isTrue();
        assertThat(band.extended(echoes).band()).isEqualTo(new Band(10 + Math.log1p(-0.5), 10.2));
        assertThat(band.extended(echoes).moving(echoes)).isEmpty();
    }

    private static Band band(double low, double high) {
        return new Band(Math.log(low), Math.log(high));
    }
}
