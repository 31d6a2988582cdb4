// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/**
 * The forecast for a day, derived from the days before it. All values are logarithms.
 *
 * @param usual the weekday's level; NaN if it is unknown
 * @param trend the recent growth or decline compared with the levels
 * @param spread the typical distance from the expected size; NaN if it is unknown
 */
record Forecast(double usual, double trend, double spread) {

    /** The maximum distance, in spreads, at which a day counts as usual. The suite's limits do not affect it. */
    private static final double USUAL_SPREADS = 2;

    static Forecast of(int day, Cadence cadence, CountedDays counted) {
        double usual = new WeekdayLevel(cadence, counted).at(day);
        return Double.isNaN(usual)
                ? new Forecast(usual, 0, Double.NaN)
                : new Forecast(usual, new Trend(cadence, counted).at(day), new Dispersion(cadence, counted).at(day));
    }

    boolean hasLevel() {
        return !Double.isNaN(usual);
    }

    boolean hasSpread() {
        return !Double.isNaN(spread);
    }

    /** Returns whether a day can be checked against this forecast. */
    boolean isKnown() {
        return hasLevel() && hasSpread();
    }

    double expected() {
        return usual + trend;
    }

    /** Returns whether a distance from the expected size is small enough for a usual day. */
    boolean isUsual(double distance) {
        return Math.abs(distance) <= USUAL_SPREADS * spread;
    }
}
