// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.LakeObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One partition of a layout while it is listed. For one thread. */
final class Found {

    private final Map<String, Instant> hidden = new HashMap<>();
    private long bytes;
    private Instant newest = Instant.MIN;

    /** @param path below the partition */
    void add(String path, LakeObject object) {
        if (path.startsWith("_") || path.startsWith(".")) {
            if (path.indexOf('/') < 0) {
                hidden.put(path, object.modified());
            }
        } else if (object.bytes() > 0) {
            bytes = Math.addExact(bytes, object.bytes());
            newest = newest.isAfter(object.modified()) ? newest : object.modified();
        }
    }

    long bytes() {
        return bytes;
    }

    /** The names beside the data that may be markers. */
    Iterable<String> beside() {
        return hidden.keySet();
    }

    /** Whether it holds data, and its marker after the last of it. */
    boolean isGood(Optional<String> marker) {
        return bytes > 0
                && marker.map(name ->
                                hidden.containsKey(name) && !newest.isAfter(hidden.getOrDefault(name, Instant.MIN)))
                        .orElse(true);
    }

    Instant arrival(Optional<String> marker) {
        return marker.map(name -> hidden.getOrDefault(name, newest)).orElse(newest);
    }
}
