// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntPredicate;

/** Reads the bytes of a response's body, and rejects a body that exceeds a maximum length. Not thread-safe. */
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
    private final byte[] buffer = new byte[16 << 10];
    private int at;
    private int filled;
    private int length;

    BodyBytes(InputStream in) {
        this.in = in;
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

    /** Skips the end of a text, from an index onwards. Returns false if the body continues differently. */
    boolean skip(TextBuffer text, int from) throws IOException, PageException {
        int end = at + text.length() - from;
        if (end <= filled) {
            boolean isSame = text.endsWith(from, buffer, at, end);
            at = end;
            return isSame;
        }
        for (int i = from; i < text.length(); i++) {
            if (next() != (text.at(i) & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** Appends the name of an element. Returns the byte after it, or {@link #END}. */
    int copyName(TextBuffer name) throws IOException, PageException {
        return copy(NAME, name);
    }

    private int copy(boolean[] accepted, TextBuffer copy) throws IOException, PageException {
        while (at < filled || fill()) {
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

    private boolean fill() throws IOException, PageException {
        int count = in.read(buffer);
        at = 0;
        filled = Math.max(count, 0);
        length += filled;
        if (length > MAX_LENGTH) {
            throw new PageException("is too large for a list of objects");
        }
        return filled > 0;
    }
}
