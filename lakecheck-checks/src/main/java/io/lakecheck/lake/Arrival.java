// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.time.Duration;
import java.util.Optional;

/**
 * When the data of a partition must have been written.
 *
 * @param grace the time after the deadline during which data still counts as in time
 * @param through how long before the end of the period the newest data may have been written at the earliest; empty for
 *     no limit. Only data that is written throughout its period, such as a stream, has such a limit.
 */
public record Arrival(Duration grace, Optional<Duration> through) {

    public Arrival {
        requireNotNegative("grace", grace);
        through.ifPresent(span -> requireNotNegative("through", span));
    }

    /** Returns the requirement that data is written before the deadline plus the given grace period. */
    public static Arrival within(Duration grace) {
        return new Arrival(grace, Optional.empty());
    }

    private static void requireNotNegative(String name, Duration span) {
        if (span.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, but was " + span);
        }
    }
}
