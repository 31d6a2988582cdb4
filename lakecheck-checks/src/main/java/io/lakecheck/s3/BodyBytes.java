// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Reads the bytes of a response's body, and rejects a body that exceeds a maximum length. Holds only the bytes that are
 * still needed. Indexes count from the start of the body. Not thread-safe.
 */
final class BodyBytes {

    /** The result of {@link #next} at the end of the body. */
    static final int END = -1;

    /**
     * The maximum length, in bytes. It is more than twice what a page with 1000 encoded keys of maximum length needs.
     */
    static final int MAX_LENGTH = 8 << 20;

    private static final boolean[] TEXT = table(BodyBytes::isText);
    private static final boolean[] NAME = table(BodyBytes::isName);

    private final InputStream in;
    private byte[] buffer = new byte[32 << 10];

    /** The index of the buffer's first byte. */
    private int start;

    private int at;
    private int filled;
    private int kept;

    BodyBytes(InputStream in) {
        this.in = in;
    }

    /** Returns the index of the next byte. */
    int position() {
        return start + at;
    }

    /** Keeps the next byte and those that follow, so that they can be read again, until this method is called again. */
    void keep() {
        kept = position();
    }

    /** Returns to the first kept byte, so that it is the next one. */
    void reset() {
        at = kept - start;
    }

    /** Returns the bytes from an index up to the next byte. They must have been kept. */
    byte[] since(int position) {
        return Arrays.copyOfRange(buffer, position - start, at);
    }

    /** Returns the next byte, or {@link #END}. */
    int next() throws IOException, PageException {
        return at < filled || fill() ? buffer[at++] & 0xFF : END;
    }

    /** Returns the next byte that is not white space, or {@link #END}. */
    int nextAfterSpace() throws IOException, PageException {
        int b;
        do {
            b = next();
        } while (isSpace(b));
        return b;
    }

    /**
     * Appends plain text up to the next markup, reference or control character, or to the end of the body. Returns the
     * byte after the text, or {@link #END}.
     */
    int copyText(TextBuffer text) throws IOException, PageException {
        return copy(TEXT, text);
    }

    /** Appends the name of an element. Returns the byte after it, or {@link #END}. */
    int copyName(TextBuffer name) throws IOException, PageException {
        return copy(NAME, name);
    }

    /** Skips the end of a text, from an index onwards. Returns false if the body continues differently. */
    boolean skipIfNext(TextBuffer text, int from) throws IOException, PageException {
        int count = text.length() - from;
        boolean isSame = has(count) && text.endsWith(from, buffer, at, at + count);
        at += isSame ? count : 0;
        return isSame;
    }

    /** Skips the given bytes. Returns false, and skips nothing, if the body continues differently. */
    boolean skipIfNext(byte[] expected) throws IOException, PageException {
        boolean isSame =
                has(expected.length) && Arrays.equals(buffer, at, at + expected.length, expected, 0, expected.length);
        at += isSame ? expected.length : 0;
        return isSame;
    }

    private int copy(boolean[] accepted, TextBuffer copy) throws IOException, PageException {
        while (has(1)) {
            int end = at;
            while (end < filled && accepted[buffer[end] & 0xFF]) {
                end++;
            }
            copy.append(buffer, at, end);
            at = end;
            if (end < filled) {
                return buffer[at++] & 0xFF;
            }
        }
        return END;
    }

    /** Returns whether the body has at least this many more bytes. */
    private boolean has(int count) throws IOException, PageException {
        while (filled - at < count) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException, PageException {
        int unused = Math.min(kept - start, at);
        System.arraycopy(buffer, unused, buffer, 0, filled - unused);
        start += unused;
        at -= unused;
        filled -= unused;
        buffer = filled == buffer.length ? Arrays.copyOf(buffer, 2 * filled) : buffer;
        int count = Math.max(0, in.read(buffer, filled, buffer.length - filled));
        filled += count;
        if (start + filled > MAX_LENGTH) {
            throw new PageException("is too large for a list of objects");
        }
        return count > 0;
    }

    private static boolean[] table(IntPredicate accepted) {
        boolean[] table = new boolean[256];
        for (int b = 0; b < table.length; b++) {
            table[b] = accepted.test(b);
        }
        return table;
    }

    private static boolean isText(int b) {
        return isSpace(b) || (b >= ' ' && b != '<' && b != '&');
    }

    private static boolean isName(int b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || ":_-.".indexOf(b) >= 0;
    }

    private static boolean isSpace(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
