// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing sequence of bytes with a maximum length. Not thread-safe. */
final class TextBuffer {

    /** The maximum length, in bytes. It is more than five times the length of the longest encoded key. */
    static final int MAX_LENGTH = 16 << 10;

    private byte[] bytes = new byte[256];
    private int length;

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[index];
    }

    /** Shortens the text to this length. */
    void truncate(int newLength) {
        length = newLength;
    }

    void append(byte[] source, int from, int to) throws PageException {
        grow(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    void append(int b) throws PageException {
        grow(1);
        bytes[length++] = (byte) b;
    }

    /** Returns whether the bytes from this index onwards are equal to the given ones. */
    boolean endsWith(int from, byte[] other) {
        return endsWith(from, other, 0, other.length);
    }

    /** Returns whether the bytes from this index onwards are equal to part of the given bytes. */
    boolean endsWith(int from, byte[] other, int start, int end) {
        return Arrays.equals(bytes, from, length, other, start, end);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Returns the bytes decoded as UTF-8. Invalid bytes are replaced by U+FFFD. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void grow(int more) throws PageException {
        if (length + more > MAX_LENGTH) {
            throw new PageException("contains a text value that is too long for a key");
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
