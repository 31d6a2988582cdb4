// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.value.Display;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An object in a listing. A key that a lake receives as bytes is kept as bytes until its text is first needed.
 * Immutable.
 */
public final class LakeObject {

    private final byte[] utf8;
    private final long bytes;
    private final Instant modified;
    private final String etag;

    /**
     * The key's text; null until it is first needed. Several threads may decode the key at the same time, but all get
     * the same text.
     */
    private @Nullable String key;

    /**
     * @param key the path relative to the listed root, without URL encoding
     * @param bytes the size in bytes
     * @param modified the time of the last write; see {@link #modified()}
     * @param etag the entity tag, which changes with the content; the empty string if the lake has no ETags
     */
    public LakeObject(String key, long bytes, Instant modified, String etag) {
        this(new byte[0], bytes, modified, etag);
        this.key = key;
    }

    private LakeObject(byte[] utf8, long bytes, Instant modified, String etag) {
        if (bytes < 0) {
            throw new IllegalArgumentException("the size of an object must not be negative, but was " + bytes);
        }
        this.utf8 = utf8;
        this.bytes = bytes;
        this.modified = modified.truncatedTo(ChronoUnit.SECONDS);
        this.etag = etag;
    }

    /**
     * Returns an object whose key is given in UTF-8. Invalid bytes become U+FFFD in {@link #key()}.
     *
     * @param key the path relative to the listed root; the caller must not change the array afterwards
     */
    public static LakeObject utf8(byte[] key, long bytes, Instant modified, String etag) {
        return new LakeObject(key, bytes, modified, etag);
    }

    /** Returns the path relative to the listed root. It is untrusted text: print it with {@link Display#visible}. */
    public String key() {
        String text = key;
        if (text == null) {
            text = new String(utf8, StandardCharsets.UTF_8);
            key = text;
        }
        return text;
    }

    /** Returns the size in bytes. */
    public long bytes() {
        return bytes;
    }

    /**
     * Returns the time of the last write. It is truncated to whole seconds in all lakes, because S3 has no finer
     * resolution. For a multipart upload, S3 reports the time at which the upload started.
     */
    public Instant modified() {
        return modified;
    }

    /** Returns the entity tag, which changes with the content; the empty string if the lake has no ETags. */
    public String etag() {
        return etag;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LakeObject object
                && bytes == object.bytes
                && modified.equals(object.modified)
                && etag.equals(object.etag)
                && key().equals(object.key());
    }

    @Override
    public int hashCode() {
        // The same as Objects.hash, which would create an array and a Long for each of millions of objects.
        int hash = 31 + key().hashCode();
        hash = 31 * hash + Long.hashCode(bytes);
        hash = 31 * hash + modified.hashCode();
        return 31 * hash + etag.hashCode();
    }

    @Override
    public String toString() {
        return Display.visible(key()) + " (" + bytes + " bytes, " + modified + ", " + etag + ")";
    }
}
