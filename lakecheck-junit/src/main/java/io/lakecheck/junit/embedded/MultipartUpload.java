// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A multipart upload that has not been completed. Not thread-safe.
 *
 * @param id the upload ID
 * @param key the key of the object to write
 * @param attributes what the client stores with the object
 * @param checksums how the object's checksum is computed
 * @param initiated when the upload started
 * @param parts the uploaded parts by number
 */
record MultipartUpload(
        String id,
        String key,
        ObjectAttributes attributes,
        ChecksumPlan checksums,
        Instant initiated,
        NavigableMap<Integer, UploadedPart> parts) {

    MultipartUpload(String id, String key, ObjectAttributes attributes, ChecksumPlan checksums, Instant initiated) {
        this(id, key, attributes, checksums, initiated, new TreeMap<>());
    }

    /** Adds a part, which then owns its payload. It replaces an earlier part of the same number. */
    void put(int number, UploadedPart part) {
        UploadedPart replaced = parts.put(number, part);
        if (replaced != null) {
            replaced.payload().content().release();
        }
    }

    void releaseParts() {
        parts.values().forEach(part -> part.payload().content().release());
        parts.clear();
    }
}
