// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The range of sizes that a forecast and the suite's limits allow. Each end is determined by the suite's percentage
 * limit, if there is one. Otherwise, it is determined by the spread, and is moved outwards if sizes a year ago were
 * unusual in the same direction.
 *
 * @param forecast the forecast from the history
 * @param tolerance the suite's limits
 * @param lowestEcho the largest deviation below the usual size a year ago, as a negative logarithm; 0 if there was none
 * @param highestEcho the largest deviation above the usual size a year ago, as a logarithm; 0 if there was none
 */
record ExpectedBand(Forecast forecast, Tolerance tolerance, double lowestEcho, double highestEcho) {

    static ExpectedBand of(Forecast forecast, Tolerance tolerance) {
        return new ExpectedBand(forecast, tolerance, 0, 0);
    }

    /**
     * Returns whether an amount is outside the range on a side that may be extended based on days a year ago. Each side
     * may be extended unless the suite sets a percentage limit for it.
     */
    boolean isOpenTo(long amount) {
        Band band = band();
        return (band.isBelow(amount) && tolerance.drop().isEmpty())
                || (band.isAbove(amount) && tolerance.rise().isEmpty());
    }

    ExpectedBand extended(List<YearAgo.Echo> echoes) {
        return new ExpectedBand(
                forecast,
                tolerance,
                echoes.stream().mapToDouble(YearAgo.Echo::deviation).reduce(0, Math::min),
                echoes.stream().mapToDouble(YearAgo.Echo::deviation).reduce(0, Math::max));
    }

    /** Returns the days a year ago that moved an end of the band. */
    List<YearAgo.Echo> moving(List<YearAgo.Echo> echoes) {
        Comparator<YearAgo.Echo> byDeviation = Comparator.comparingDouble(YearAgo.Echo::deviation);
        return Stream.of(
                        echoes.stream()
                                .min(byDeviation)
                                .filter(echo ->
                                        echo.deviation() < 0 && tolerance.drop().isEmpty()),
                        echoes.stream()
                                .max(byDeviation)
                                .filter(echo ->
                                        echo.deviation() > 0 && tolerance.rise().isEmpty()))
                .flatMap(Optional::stream)
                .toList();
    }

    Band band() {
        double reach = forecast.spread()
                * tolerance
                        .deviation()
                        .orElse(SeasonalBaseline.DEFAULT_DEVIATION)
                        .doubleValue();
        return new Band(
                tolerance
                        .drop()
                        .map(drop -> forecast.expected() + change(drop.negated()))
                        .orElse(forecast.expected() + lowestEcho - reach),
                tolerance
                        .rise()
                        .map(rise -> forecast.expected() + change(rise))
                        .orElse(forecast.expected() + highestEcho + reach));
    }

    private static double change(Percentage percent) {
        return Math.log1p(percent.percent().doubleValue() / 100);
    }

    ExpectedRange range(long amount) {
        Band band = band();
        return new ExpectedRange(
                BigDecimal.valueOf(Math.exp(forecast.expected()))
                        .setScale(0, RoundingMode.HALF_UP)
                        .max(BigDecimal.ONE),
                band.lowest(),
                Optional.of(band.highest()),
                band.holds(amount));
    }

    /**
     * Returns the distance of an amount from the expected size, as a multiple of the spread. If days a year ago moved
     * an end of the band, the distance on that side is reduced accordingly.
     */
    double deviation(long amount) {
        double off = Math.log((double) amount) - forecast.expected();
        return Math.max(Math.max(off - highestEcho, lowestEcho - off), 0) / forecast.spread();
    }
}
