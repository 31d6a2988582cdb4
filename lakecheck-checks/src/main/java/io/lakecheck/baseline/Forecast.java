// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/**
 * The forecast for a day, derived from the days before it. All values are logarithms.
 *
 * @param usual the weekday's level; NaN if it is unknown
 * @param trend the expected difference from the level, based on recent growth or decline
 * @param spread the typical distance of a size from the expected size; NaN if it is unknown
 */
record Forecast(double usual, double trend, double spread) {

    /**
     * The maximum distance of a usual day from the expected size, as a multiple of the spread. The suite's limits do
     * not affect it.
     */
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

    /**
     * Returns whether a distance from the expected size is within the usual range.
     *
     * @param distance the distance as a logarithm, up or down
     */
    boolean isUsual(double distance) {
        return Math.abs(distance) <= USUAL_SPREADS * spread;
    }
}
