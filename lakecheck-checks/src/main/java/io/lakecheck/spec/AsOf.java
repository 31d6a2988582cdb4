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
 * The moment for which to judge, as somebody wrote it: with an offset, or as the clocks of the suite's zone show it.
 *
 * @param time as written
 * @param offset as written; empty for the suite's own zone
 */
public record AsOf(LocalDateTime time, Optional<ZoneOffset> offset) {

    /**
     * The instant. Of a local time that the zone's clocks show twice the first counts; one that they skip moves on by
     * the gap.
     *
     * @throws IllegalArgumentException where it is a local time, and the datasets are in several zones
     */
    public Instant in(Suite suite) {
        return offset.map(time::toInstant)
                .orElseGet(() -> time.atZone(onlyZone(suite)).toInstant());
    }

    private ZoneId onlyZone(Suite suite) {
        List<ZoneId> zones =
                suite.datasets().stream().map(Dataset::zone).distinct().toList();
        if (zones.size() > 1) {
            throw new IllegalArgumentException(
                    "asOf " + time + " is a local time, and the datasets are in several zones (" + zones.get(0) + ", "
                            + zones.get(1) + "); write it with an offset, such as " + time + "Z");
        }
        return zones.get(0);
    }
}
