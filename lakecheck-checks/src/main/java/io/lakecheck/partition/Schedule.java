// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.Duration;
import java.time.ZoneId;

/**
 * The times at which a dataset's partitions are expected.
 *
 * @param zone the time zone of dates and deadlines
 * @param due the time from the end of a period to its partition's deadline, in local time
 * @param calendar the days on which data is expected
 */
public record Schedule(ZoneId zone, Duration due, Calendar calendar) {

    public Schedule {
        if (due.isNegative()) {
            throw new IllegalArgumentException("due must not be negative, but was " + due);
        }
    }
}
