// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.value.Display;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object as the server sent it.
 *
 * @param key the full key, which is still encoded if the page declares an encoding
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ListedObject(byte[] key, long bytes, Instant modified, String etag) {

    /** Collects the properties of the object that is being read. */
    private static final class Builder {

        private byte @Nullable [] key;
        private long bytes = -1;
        private @Nullable Instant modified;
        private String etag = "";

        ListedObject build() throws PageException {
            if (key == null || bytes < 0 || modified == null) {
                String name = key == null ? "" : new String(key, StandardCharsets.UTF_8);
                throw new PageException("contains an object without a key, size or time: " + Display.visible(name));
            }
            return new ListedObject(key, bytes, modified, etag);
        }
    }

    private static final byte[] KEY = PageBody.ascii("Key");
    private static final byte[] SIZE = PageBody.ascii("Size");
    private static final byte[] LAST_MODIFIED = PageBody.ascii("LastModified");
    private static final byte[] ETAG = PageBody.ascii("ETag");

    /** Reads an object from the scanner's current element. */
    static ListedObject read(XmlScanner xml) throws IOException, PageException {
        Builder object = new Builder();
        while (xml.nextChild()) {
            if (xml.isAt(KEY)) {
                once(object.key == null);
                object.key = xml.text().toBytes();
            } else if (xml.isAt(LAST_MODIFIED)) {
                once(object.modified == null);
                object.modified = PageValues.time(xml.text());
            } else if (xml.isAt(SIZE)) {
                once(object.bytes < 0);
                object.bytes = PageValues.number(xml.text());
            } else if (xml.isAt(ETAG)) {
                object.etag = xml.text().toString();
            } else {
                xml.skip();
            }
        }
        return object.build();
    }

    private static void once(boolean isFirst) throws PageException {
        if (!isFirst) {
            throw new PageException("contains an object with more than one key, size or time");
        }
    }
}
