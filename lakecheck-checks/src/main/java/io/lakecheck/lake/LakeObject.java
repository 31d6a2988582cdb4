// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.value.Display;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An object as a lake lists it.
 *
 * @param key the path below the listed root, decoded. It is untrusted text: print it with {@link Display#visible}.
 * @param bytes the size
 * @param modified the time of the last write, truncated to seconds in all lakes, because S3 has no finer resolution.
 *     For a multipart upload, S3 reports when it was started.
 * @param etag the entity tag, which changes with the content; the empty string if the lake has no ETags
 */
public record LakeObject(String key, long bytes, Instant modified, String etag) {

    public LakeObject {
        if (bytes < 0) {
            throw new IllegalArgumentException("the size of an object must not be negative, but was " + bytes);
        }
        modified = modified.truncatedTo(ChronoUnit.SECONDS);
    }
}
