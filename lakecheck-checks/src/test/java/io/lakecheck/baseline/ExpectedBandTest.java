// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectedBandTest {

    private static final Forecast FORECAST = new Forecast(10, 0.5, 0.1);

    @Test
    void allows_two_spreads_around_what_is_expected() {
        assertThat(ExpectedBand.of(FORECAST, Tolerance.DEFAULT).band()).isEqualTo(new Band(10.5 - 0.2, 10.5 + 0.2));
    }

    @Test
    void a_deviation_allows_that_many_spreads() {
        Tolerance one = new Tolerance(Optional.empty(), Optional.empty(), Optional.of(BigDecimal.ONE), 0);

        assertThat(ExpectedBand.of(FORECAST, one).band()).isEqualTo(new Band(10.5 - 0.1, 10.5 + 0.1));
    }

    @Test
    void a_limit_in_percent_replaces_the_spread_on_its_side() {
        Tolerance rise = Tolerance.of(Optional.empty(), TestDays.percent(100));

        assertThat(ExpectedBand.of(FORECAST, rise).band()).isEqualTo(new Band(10.5 - 0.2, 10.5 + Math.log(2)));
    }

    @Test
    void an_amount_deviates_by_spreads_on_either_side() {
        ExpectedBand band = ExpectedBand.of(FORECAST, Tolerance.DEFAULT);

        assertThat(band.deviation(Math.round(Math.exp(10.8)))).isCloseTo(3, within(0.001));
        assertThat(band.deviation(Math.round(Math.exp(10.35)))).isCloseTo(1.5, within(0.001));
    }

    @Test
    void a_year_ago_shortens_a_deviation_on_its_side_only() {
        ExpectedBand band = ExpectedBand.of(FORECAST, Tolerance.DEFAULT).extended(List.of(new YearAgo.Echo(364, -0.5)));

        assertThat(band.deviation(Math.round(Math.exp(9.8)))).isCloseTo(2, within(0.001));
        assertThat(band.deviation(Math.round(Math.exp(10.7)))).isCloseTo(2, within(0.001));
    }

    @Test
    void the_range_is_rounded_to_whole_amounts() {
        ExpectedRange range = ExpectedBand.of(FORECAST, Tolerance.DEFAULT).range(44_400);

        assertThat(range.baseline()).isEqualByComparingTo("36316");
        assertThat(range.lowest()).isEqualByComparingTo("29733");
        assertThat(range.highest())
                .hasValueSatisfying(highest -> assertThat(highest).isEqualByComparingTo("44356"));
        assertThat(range.holds()).isFalse();
        assertThat(ExpectedBand.of(FORECAST, Tolerance.DEFAULT).range(44_355).holds())
                .isTrue();
    }

    @Test
    void the_baseline_is_at_least_one() {
        ExpectedBand band = ExpectedBand.of(new Forecast(0, -1, 0.1), Tolerance.DEFAULT);

        assertThat(band.range(1).baseline()).isEqualByComparingTo("1");
    }

    @Test
    void deviations_a_year_ago_move_the_ends_outwards() {
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
}
