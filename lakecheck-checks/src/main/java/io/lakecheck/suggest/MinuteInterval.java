// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The length of partitions whose names contain a time with minutes: the interval at which there are most. */
final class MinuteInterval {

    /** The share of the intervals for which there must be a partition. */
    private static final double MIN_SHARE = 0.8;

    private static final int HOUR = 60;

    private MinuteInterval() {}

    /**
     * Returns the interval between times, or empty if they are not regular, as if they were those at which a job ran,
     * or if they cover less than a day, because a few numbers look like times by chance.
     *
     * @param times the times, oldest first
     */
    static Optional<Period> between(List<LocalDateTime> times) {
        int length = times.stream().mapToInt(LocalDateTime::getMinute).reduce(HOUR, MinuteInterval::divisor);
        if (times.isEmpty() || length == HOUR) {
            return Optional.empty();
        }
        Period period = Period.minutes(length);
        LocalDateTime first = times.get(0);
        LocalDateTime last = times.get(times.size() - 1);
        return Duration.between(first, last).compareTo(Duration.ofDays(1)) >= 0
                        && times.size() >= MIN_SHARE * (period.count(first, last) + 1)
                ? Optional.of(period)
                : Optional.empty();
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
