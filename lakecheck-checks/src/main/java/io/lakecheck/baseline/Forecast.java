// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/**
 * What the days before a day suggest for it, in logarithms.
 *
 * @param usual the level of its weekday; NaN if there is none
 * @param trend how far the last days were from their levels
 * @param spread the usual distance from what is expected; NaN if it is unknown
 */
record Forecast(double usual, double trend, double spread) {

    /** How many spreads a day may be off and still count as usual; a stricter limit in a suite does not change it. */
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

    /** Returns whether a distance is one that usual days have. */
    boolean isUsual(double distance) {
        return Math.abs(distance) <= USUAL_SPREADS * spread;
    }
}
