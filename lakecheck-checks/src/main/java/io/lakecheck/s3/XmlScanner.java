// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scanner for the XML in which servers send a list of objects: elements and text in UTF-8. It works on bytes, because
 * most of a listing's time would otherwise be spent creating a string for every name and text. It rejects everything
 * else that XML allows, for example a DTD, custom entities, comments and deep nesting. Not thread-safe.
 */
final class XmlScanner {

    /** The maximum depth of elements, which is twice that of a list of objects. */
    static final int MAX_DEPTH = 8;

    private static final int MAX_DECLARATION = 200;

    private static final Pattern ENCODING = Pattern.compile("encoding *= *[\"']([^\"']*)");

    private final BodyBytes body;
    private final TextBuffer text = new TextBuffer();

    /** The concatenated names of the open elements, outermost first. */
    private final TextBuffer names = new TextBuffer();

    private final int[] starts = new int[MAX_DEPTH];
    private int depth;

    /** The index of the last tag that was read. */
    private int tagStart;

    /** Whether the current element consists of a single tag, for example {@code <Prefix/>}. */
    private boolean isClosed;

    XmlScanner(InputStream in) {
        this.body = new BodyBytes(in);
    }

    /** Moves to the root element. Returns false if the body doesn't start with one. */
    boolean nextRoot() throws IOException, PageException {
        if (body.nextAfterSpace() != '<') {
            return false;
        }
        int first = body.next();
        if (first == '?') {
            skipDeclaration();
            first = body.nextAfterSpace() == '<' ? body.next() : '!';
        }
        if (first == '!' || first == BodyBytes.END) {
            return false;
        }
        startTag(first);
        return true;
    }

    /**
     * Moves to the next child of the current element. If there is none, leaves the current element and returns false.
     */
    boolean nextChild() throws IOException, PageException {
        if (isClosed) {
            leave();
            return false;
        }
        if (body.nextAfterSpace() != '<') {
            throw malformed();
        }
        return readTag();
    }

    /** Returns whether the current element has this name. */
    boolean isAt(byte[] name) {
        return names.endsWith(starts[depth - 1], name);
    }

    /**
     * Returns the text of the current element, which must not have children, and leaves the element. The text is valid
     * until the next call.
     */
    TextBuffer text() throws IOException, PageException {
        readText();
        if (isClosed) {
            leave();
        } else if (readTag()) {
            throw new PageException("contains an element inside a text value");
        }
        return text;
    }

    /**
     * Reads plain text up to the {@code <} of the next tag, inclusive. Tags that follow must be skipped with
     * {@link #skipIfNext}. The text is valid until the next call.
     */
    TextBuffer textBeforeTag() throws IOException, PageException {
        readText();
        return text;
    }

    /** Returns the index of the last tag that was read. */
    int tagStart() {
        return tagStart;
    }

    /** Returns whether the current element consists of a single tag. */
    boolean isClosed() {
        return isClosed;
    }

    /** Keeps what follows, so that it can be read again. */
    void keep() {
        body.keep();
    }

    /** Returns to the point from which on everything is kept. */
    void reset() {
        body.reset();
    }

    /** Returns the bytes from an index up to the next byte. They must have been kept. */
    byte[] since(int start) {
        return body.since(start);
    }

    /** Skips the given bytes. Returns false, and skips nothing, if the body continues differently. */
    boolean skipIfNext(byte[] expected) throws IOException, PageException {
        return body.skipIfNext(expected);
    }

    /** Leaves the current element. */
    void skip() throws IOException, PageException {
        int outer = depth - 1;
        while (depth > outer) {
            readText();
            if (isClosed) {
                leave();
            } else {
                readTag();
            }
        }
    }

    /** Verifies that nothing follows the root element. */
    void end() throws IOException, PageException {
        if (body.nextAfterSpace() != BodyBytes.END) {
            throw malformed();
        }
    }

    static PageException malformed() {
        return new PageException("is incomplete or is not XML");
    }

    /** Reads the text up to and including the {@code <} of the next tag. */
    private void readText() throws IOException, PageException {
        text.truncate(0);
        int next = isClosed ? '<' : body.copyText(text);
        while (next == '&') {
            XmlReference.read(body, text);
            next = body.copyText(text);
        }
        if (next != '<') {
            throw malformed();
        }
    }

    /** Reads a tag, whose {@code <} has already been read. Returns whether it is a start tag. */
    private boolean readTag() throws IOException, PageException {
        tagStart = body.position() - 1;
        int first = body.next();
        if (first == '/') {
            endTag();
            return false;
        }
        startTag(first);
        return true;
    }

    private void startTag(int first) throws IOException, PageException {
        if (first == '!' || first == '?') {
            throw new PageException(
                    "contains a DTD, a comment or other markup that is not allowed in a list of objects");
        }
        if (depth == MAX_DEPTH) {
            throw new PageException("is nested too deeply for a list of objects");
        }
        if (!Character.isLetter(first)) {
            throw malformed();
        }
        starts[depth++] = names.length();
        names.append(first);
        skipAttributes(body.copyName(names));
    }

    private void skipAttributes(int first) throws IOException, PageException {
        int next = first;
        int quote = 0;
        int last = 0;
        while (next != '>' || quote != 0) {
            if (next == BodyBytes.END || next == '<') {
                throw malformed();
            }
            if (next == '"' || next == '\'') {
                quote = quote == 0 ? next : quote == next ? 0 : quote;
            }
            last = next;
            next = body.next();
        }
        isClosed = last == '/';
    }

    private void endTag() throws IOException, PageException {
        if (!body.skipIfNext(names, starts[depth - 1]) || body.nextAfterSpace() != '>') {
            throw malformed();
        }
        leave();
    }

    private void leave() {
        isClosed = false;
        names.truncate(starts[--depth]);
    }

    private void skipDeclaration() throws IOException, PageException {
        text.truncate(0);
        for (int next = body.next(); next != '>'; next = body.next()) {
            if (next == BodyBytes.END || text.length() == MAX_DECLARATION) {
                throw malformed();
            }
            text.append(next);
        }
        Matcher encoding = ENCODING.matcher(new String(text.toBytes(), StandardCharsets.ISO_8859_1));
        if (encoding.find() && !encoding.group(1).toUpperCase(Locale.ROOT).equals("UTF-8")) {
            throw new PageException("is not encoded in UTF-8");
        }
    }
}
