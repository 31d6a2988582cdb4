// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The hours in which data is expected, on the days on which data is expected. They concern only partitions that are
 * hours, or parts of an hour.
 *
 * @param expected the hours of the day, from 0 to 23; at least one
 * @param except the starts of single hours in which no data is expected, in local time
 */
public record Hours(Set<Integer> expected, Set<LocalDateTime> except) {

    /** Every hour. */
    public static final Hours ALL = new Hours(IntStream.range(0, 24).boxed().collect(Collectors.toSet()), Set.of());

    public Hours {
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("no hours given. Set at least one, for example hours: 6-22");
        }
        expected = Set.copyOf(expected);
        except = Set.copyOf(except);
    }

    boolean expects(Span span) {
        return !span.period().isWithinDay() || (expected.contains(span.from().getHour()) && !isExcepted(span));
    }

    /** Returns whether the span is one of the single hours in which no data is expected. */
    boolean isExcepted(Span span) {
        return span.period().isWithinDay() && except.contains(Period.HOUR.floor(span.from()));
    }
}
