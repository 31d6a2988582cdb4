// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The month, quarter or year that whole dates in a path state by its last day, as in {@code {date+1M-1d}}, or by its
 * first day and its end, as in {@code {yyyyMMdd}-{yyyyMMdd+1M}}. Any other date that is later or earlier than the
 * partition's, such as an expiry date or the start of a rolling window, does not change the period.
 */
final class NamedPeriod {

    /** The text between the two dates of a range. Letters would make the second date one of another kind. */
    private static final Pattern SEPARATOR = Pattern.compile("[^/=\\p{Alnum}]*(?:to[^/=\\p{Alnum}]*)?");

    /** The difference between the last day of a period and the day after. */
    private static final Duration LAST_DAY = Duration.ofDays(-1);

    private NamedPeriod() {}

    /**
     * Returns the period; empty if the dates state none.
     *
     * @param parts literal strings and {@link DateField}s, alternating
     */
    static Optional<Period> of(List<Object> parts) {
        List<Shift> shifts = parts.stream()
                .flatMap(part -> wholeDate(part).stream())
                .distinct()
                .toList();
        if (shifts.size() == 1) {
            return endingWith(shifts.get(0), true);
        }
        boolean isRange = shifts.size() == 2
                && IntStream.range(1, parts.size() - 1)
                        .anyMatch(i -> wholeDate(parts.get(i - 1))
                                        .filter(Shift.NONE::equals)
                                        .isPresent()
                                && SEPARATOR.matcher(parts.get(i).toString()).matches()
                                && wholeDate(parts.get(i + 1)).isPresent());
        return isRange ? endingWith(shifts.get(1), false) : Optional.empty();
    }

    /** Returns the shift of a date with year, month and day; empty if the part is not such a date. */
    private static Optional<Shift> wholeDate(Object part) {
        return part instanceof DateField field && field.pattern().isWholeDate()
                ? Optional.of(field.shift())
                : Optional.empty();
    }

    /**
     * Returns the period whose end is later than its start by a shift.
     *
     * @param isLastDay whether the end must be the last day of the period; otherwise, it may be the day after too
     */
    private static Optional<Period> endingWith(Shift shift, boolean isLastDay) {
        boolean isEnd =
                shift.time().equals(LAST_DAY) || (!isLastDay && shift.time().isZero());
        return Stream.of(Period.MONTH, Period.QUARTER, Period.YEAR)
                .filter(period -> isEnd && shift.months() == period.length())
                .findFirst();
    }
}
