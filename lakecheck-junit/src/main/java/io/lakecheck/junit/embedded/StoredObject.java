// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object in a bucket.
 *
 * @param payload its bytes
 * @param attributes what the client stored with them
 * @param modified when it was written, in whole seconds
 * @param writeNumber its position in the order of writes
 */
record StoredObject(Payload payload, ObjectAttributes attributes, Instant modified, long writeNumber) {

    String etag() {
        return payload.quotedEtag();
    }

    long size() {
        return payload.size();
    }

    StoredObject withTags(Map<String, String> tags) {
        return new StoredObject(payload, attributes.withTags(tags), modified, writeNumber);
    }

    /** Returns the headers of a response that describes the object. */
    Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>(attributes.headers());
        headers.put("ETag", etag());
        headers.put("Last-Modified", HttpDate.header(modified));
        headers.put("Accept-Ranges", "bytes");
        if (!attributes.tags().isEmpty()) {
            headers.put(
                    "x-amz-tagging-count", Integer.toString(attributes.tags().size()));
        }
        return headers;
    }
}
