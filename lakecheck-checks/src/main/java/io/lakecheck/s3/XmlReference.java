// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The predefined XML entities, and numeric character references. Other references are rejected. */
enum XmlReference {
    // The first one is the most frequent, because ETags are in quotes.
    QUOT('"', "quot;"),
    AMP('&', "amp;"),
    LT('<', "lt;"),
    GT('>', "gt;"),
    APOS('\'', "apos;");

    private static final int MAX_LENGTH = 9;

    private static final XmlReference[] ENTITIES = values();

    private final char character;

    @SuppressWarnings("ImmutableEnumChecker") // Never changed.
    private final byte[] name;

    XmlReference(char character, String name) {
        this.character = character;
        this.name = PageBody.ascii(name);
    }

    /** Reads a reference and appends the character that it stands for. The {@code &} has already been read. */
    static void read(BodyBytes body, TextBuffer text) throws IOException, PageException {
        for (XmlReference entity : ENTITIES) {
            if (body.skipIfNext(entity.name)) {
                text.append(entity.character);
                return;
            }
        }
        byte[] character = Character.toString(codePoint(body)).getBytes(StandardCharsets.UTF_8);
        text.append(character, 0, character.length);
    }

    private static int codePoint(BodyBytes body) throws IOException, PageException {
        StringBuilder reference = new StringBuilder();
        for (int next = body.next(); next != ';'; next = body.next()) {
            if (next == BodyBytes.END || reference.length() == MAX_LENGTH) {
                throw invalid();
            }
            reference.append((char) next);
        }
        if (reference.indexOf("#") != 0) {
            throw invalid();
        }
        boolean isHex = reference.indexOf("x") == 1;
        try {
            int codePoint = Integer.parseUnsignedInt(reference, isHex ? 2 : 1, reference.length(), isHex ? 16 : 10);
            if (codePoint == 0
                    || !Character.isValidCodePoint(codePoint)
                    || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
                throw invalid();
            }
            return codePoint;
        } catch (NumberFormatException e) {
            throw new PageException(invalid().getMessage(), e);
        }
    }

    private static PageException invalid() {
        return new PageException("contains an unknown entity");
    }
}
