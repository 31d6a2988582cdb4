// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import io.lakecheck.lakes.StoredObject.Role;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a job wrote for one period.
 *
 * @param from the start of the period, in UTC
 * @param to the end of the period, in UTC
 */
record Delivery(LocalDateTime from, LocalDateTime to, List<StoredObject> objects) {

    Delivery {
        objects = List.copyOf(objects);
    }

    List<StoredObject> of(Role role) {
        return objects.stream().filter(object -> object.role() == role).toList();
    }

    List<StoredObject> data() {
        return of(Role.DATA);
    }

    /** Returns the data and the markers. */
    List<StoredObject> output() {
        return objects.stream()
                .filter(object -> object.role() == Role.DATA || object.role() == Role.MARKER)
                .toList();
    }

    Instant begin() {
        return from.toInstant(ZoneOffset.UTC);
    }

    Instant end() {
        return to.toInstant(ZoneOffset.UTC);
    }
}
