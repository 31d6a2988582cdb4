// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import io.lakecheck.lake.LakeObject;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object in a bucket.
 *
 * @param payload the object's bytes and their digests
 * @param attributes the headers and tags that the client stored with the object
 * @param modified the time at which the object was written, in whole seconds
 * @param writeNumber the object's position in the order of all writes to the server
 */
record StoredObject(Payload payload, ObjectAttributes attributes, Instant modified, long writeNumber) {

    String etag() {
        return payload.quotedEtag();
    }

    /** Returns the object with this key as it appears in a listing. */
    LakeObject listedAs(String key) {
        return new LakeObject(key, size(), modified, etag());
    }

    long size() {
        return payload.size();
    }

    StoredObject withTags(Map<String, String> tags) {
        return new StoredObject(payload, attributes.withTags(tags), modified, writeNumber);
    }

    /** Returns the response headers that describe the object. */
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
