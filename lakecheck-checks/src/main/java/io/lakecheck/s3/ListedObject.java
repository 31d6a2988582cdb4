// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.value.Display;
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

    /** Collects the fields of the object that is being read. */
    static final class Builder {

        private byte @Nullable [] key;
        private long bytes = -1;
        private @Nullable Instant modified;
        private String etag = "";

        /**
         * @throws PageException if the text is not valid for the field, or if a field other than the ETag has already
         *     been set
         */
        void set(ObjectField field, TextBuffer text) throws PageException {
            switch (field) {
                case KEY -> {
                    once(key == null);
                    key = text.toBytes();
                }
                case LAST_MODIFIED -> {
                    once(modified == null);
                    modified = PageValues.time(text);
                }
                case SIZE -> {
                    once(bytes < 0);
                    bytes = PageValues.number(text);
                }
                case ETAG -> etag = text.toString();
            }
        }

        /** @throws PageException if a field other than the ETag is missing */
        ListedObject build() throws PageException {
            if (key == null || bytes < 0 || modified == null) {
                String name = key == null ? "" : new String(key, StandardCharsets.UTF_8);
                throw new PageException("contains an object without a key, size or time: " + Display.visible(name));
            }
            return new ListedObject(key, bytes, modified, etag);
        }

        private static void once(boolean isFirst) throws PageException {
            if (!isFirst) {
                throw new PageException("contains an object with more than one key, size or time");
            }
        }
    }
}
