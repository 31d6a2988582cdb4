// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A multipart upload that has not been completed. Not thread-safe.
 *
 * @param id the upload ID
 * @param key the key of the object that is being uploaded
 * @param attributes the headers and tags to store with the object
 * @param checksums how to compute the object's checksum
 * @param initiated the time at which the upload started
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

    /**
     * Adds a part, replacing any part with the same number. The upload takes ownership of the part's payload, so the
     * caller must not release it.
     */
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
