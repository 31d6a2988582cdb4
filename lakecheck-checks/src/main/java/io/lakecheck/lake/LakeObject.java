// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.value.Display;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One object as a lake lists it.
 *
 * @param key the whole path below the listed root, decoded, as the lake spells it: strangers' text, see
 *     {@link Display#visible}
 * @param bytes its size
 * @param modified when it was last written, in whole seconds as S3 tells them on every lake alike; of a multipart
 *     upload S3 tells its start
 * @param etag changes when the content does; empty where the lake has none
 */
public record LakeObject(String key, long bytes, Instant modified, String etag) {

    public LakeObject {
        if (bytes < 0) {
            throw new IllegalArgumentException("an object's size is never negative: " + bytes);
        }
        modified = modified.truncatedTo(ChronoUnit.SECONDS);
    }
}
