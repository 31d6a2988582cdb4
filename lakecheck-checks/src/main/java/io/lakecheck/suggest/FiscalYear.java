// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The fiscal year in names such as {@code FY2027/P07}. The names do not contain the month in which it starts. It is
 * derived from the time at which one of the partitions was written, and only starts of a calendar quarter are
 * considered.
 */
final class FiscalYear {

    /** Matches a template in which the text before a year or a month shows that they are those of a fiscal year. */
    private static final Pattern NAMED =
            Pattern.compile("(?i:(?<![a-z])(?:fy|fiscal[_-]?(?:year)?)[=_-]?)\\{y.*|.*/(?i:p(?:eriod)?[=_-]?)\\{M+}.*");

    private static final int QUARTER = 3;

    /** The greatest difference between the first month of a fiscal year and that of a calendar year in its name. */
    private static final int MOST_QUARTERS = 3;

    private FiscalYear() {}

    /** Returns whether the names in a layout may be those of a fiscal year. */
    static boolean isNamedIn(FolderLayout layout) {
        return NAMED.matcher(layout.template()).find();
    }

    /**
     * Returns the layout with dates that are shifted by the start of the fiscal year, or empty if no start agrees with
     * the time at which a partition was written: in its last month or in the two months after.
     *
     * @param time the time in the name of a partition
     * @param written the local time at which the partition was written
     */
    static Optional<FolderLayout> of(FolderLayout layout, LocalDateTime time, LocalDateTime written) {
        Period period = layout.period();
        return IntStream.rangeClosed(-MOST_QUARTERS, MOST_QUARTERS)
                .map(quarters -> quarters * QUARTER)
                .filter(shift -> {
                    long age = ChronoUnit.MONTHS.between(time.minusMonths(shift), written) + 1 - period.length();
                    return !written.isBefore(time.minusMonths(shift)) && age >= 0 && age < QUARTER;
                })
                .mapToObj(shift -> shift == 0 ? layout : layout.shifted(String.format(Locale.ROOT, "%+dM", shift)))
                .findFirst();
    }
}
