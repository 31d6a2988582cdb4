// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The time of a check, compared with the lake's clock. The two differ if a run checks the past, or the future by
 * mistake.
 *
 * @param now the time of the check
 * @param found the checked partition
 */
public record CheckTime(Instant now, Snapshot found) {

    /** The distance from the lake's clock beyond which the time of the check is probably mistyped. */
    private static final Duration FAR = Duration.ofDays(365);

    /** Returns the latest time at which the partition can have been written: when it was listed or checked. */
    public Instant latest() {
        Instant taken = found.takenAt();
        return taken.isAfter(now) ? taken : clockFarBehind().orElse(now);
    }

    /** Returns a remark if the time of the check is far in the future; otherwise empty. */
    public Optional<String> doubt(ZoneId zone) {
        return clockFarBehind()
                .map(clock -> "the time of the check (" + Display.moment(now, zone)
                        + ") is more than a year ahead of the lake's clock (" + Display.moment(clock, zone)
                        + "); correct asOf");
    }

    private Optional<Instant> clockFarBehind() {
        return found.answer().lakeClock().filter(clock -> now.isAfter(clock.plus(FAR)));
    }
}
