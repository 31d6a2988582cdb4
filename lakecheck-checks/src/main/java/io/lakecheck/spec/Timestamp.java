// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A date and time as written. If it was written without an offset, its time zone is determined later.
 *
 * @param time the date and time
 * @param offset the offset, or empty if none was written
 */
public record Timestamp(LocalDateTime time, Optional<ZoneOffset> offset) {

    /**
     * Returns the instant, using {@code zone} if no offset was written. If a local time occurs twice because the clocks
     * go back, the first occurrence counts. If a local time does not exist because the clocks go forward, it is moved
     * forward by the length of the gap.
     */
    public Instant in(ZoneId zone) {
        return offset.map(time::toInstant).orElseGet(() -> time.atZone(zone).toInstant());
    }

    /**
     * Returns the instant, using the time zone of the suite's datasets if no offset was written.
     *
     * @throws IllegalArgumentException if no offset was written and the datasets have several time zones
     */
    public Instant in(Suite suite) {
        return in(offset.<ZoneId>map(written -> written).orElseGet(() -> onlyZone(suite)));
    }

    private ZoneId onlyZone(Suite suite) {
        List<ZoneId> zones =
                suite.datasets().stream().map(Dataset::zone).distinct().toList();
        if (zones.size() > 1) {
            throw new InvalidValueException(
                    "asOf " + time + " has no offset, but the datasets are in different time zones (" + zones.get(0)
                            + " and " + zones.get(1) + ")",
                    "Write it with an offset, for example " + time + "Z");
        }
        return zones.get(0);
    }
}
