// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * The synthetic datasets that specify the baseline {@code usual}. Day 0 is a Monday, and days that are not mentioned
 * follow a weekly pattern with little noise.
 */
enum UsualVectors {
    RHYTHM(146, UsualVectors::regular),
    FLAT(140, UsualVectors::base),
    ONE_BAD_DAY(147, day -> day == 140 ? percent(day, 50) : regular(day)),
    FIVE_DAY_OUTAGE(159, day -> isIn(day, 140, 144) ? percent(day, 3) : day == 154 ? percent(day, 50) : regular(day)),
    TEN_DAY_OUTAGE(159, day -> isIn(day, 140, 149) ? percent(day, 3) : regular(day)),
    TEN_DAYS_AT_HALF(159, day -> isIn(day, 140, 149) ? percent(day, 50) : regular(day)),
    LEVEL_DOUBLED(169, day -> day >= 140 && day != 160 ? percent(day, 200) : regular(day)),
    LEVEL_3_PERCENT(174, day -> day >= 140 ? percent(day, 3) : regular(day)),
    THIRTY_DAYS_AT_3_PERCENT(179, day -> isIn(day, 140, 169) ? percent(day, 3) : regular(day)),
    NEW_WEEKLY_RHYTHM(169, day -> day >= 140 && day % 7 >= 3 ? percent(day, 20) : regular(day)),
    GROWTH(140, day -> regular(day) * (1000 + 5L * day) / 1000),
    HOLIDAY_A_YEAR_AGO(421, day -> day == 56 || day == 420 ? percent(day, 25) : regular(day)),
    NO_HOLIDAY_A_YEAR_AGO(421, day -> day == 420 ? percent(day, 25) : regular(day)),
    GAPS(140, day -> day == 126 || day == 133 || day == 138 || day == 139 ? 0 : regular(day)),
    THREE_WEEKS_ABSENT(169, day -> isIn(day, 140, 160) ? 0 : regular(day)),
    YOUNG(39, UsualVectors::regular),
    LONG_OUTAGE_EARLY_ON(140, day -> isIn(day, 40, 60) ? percent(day, 3) : regular(day));

    private static final long[] MILLIONS = {400, 300, 310, 320, 350, 150, 120};

    private final int last;

    @SuppressWarnings("ImmutableEnumChecker")
    private final IntToLongFunction bytes;

    UsualVectors(int last, IntToLongFunction bytes) {
        this.last = last;
        this.bytes = bytes;
    }

    /** Returns the first day that is checked. */
    int first() {
        return this == YOUNG ? 29 : 140;
    }

    int last() {
        return last;
    }

    long bytes(int day) {
        return bytes.applyAsLong(day);
    }

    /** Returns the logarithms of the sizes in the window before a day. */
    double[] window(int day) {
        double[] sizes = new double[Cadence.DAYS.window()];
        Arrays.setAll(sizes, place -> size(day - sizes.length + place));
        return sizes;
    }

    /** Returns the logarithm of a day's size; NaN if it has none. */
    double size(int day) {
        return day < 0 || bytes(day) == 0 ? Double.NaN : Math.log((double) bytes(day));
    }

    private static long base(int day) {
        return 1_000_000 * MILLIONS[day % 7];
    }

    private static long regular(int day) {
        return base(day) * (1000 + (7919L * day + 13) % 101 - 50) / 1000;
    }

    private static long percent(int day, int percent) {
        return regular(day) * percent / 100;
    }

    private static boolean isIn(int day, int first, int last) {
        return day >= first && day <= last;
    }
}
