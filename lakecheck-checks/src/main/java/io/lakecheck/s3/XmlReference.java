// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Decodes the predefined XML entities and numeric character references. Other references are rejected. */
final class XmlReference {

    private static final int MAX_LENGTH = 9;

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private XmlReference() {}

    /** Reads a reference and appends the character that it stands for. The {@code &} has already been read. */
    static void read(BodyBytes body, TextBuffer text) throws IOException, PageException {
        StringBuilder reference = new StringBuilder();
        for (int next = body.next(); next != ';'; next = body.next()) {
            if (next == BodyBytes.END || reference.length() == MAX_LENGTH) {
                throw invalid();
            }
            reference.append((char) next);
        }
        byte[] character = character(reference.toString()).getBytes(StandardCharsets.UTF_8);
        text.append(character, 0, character.length);
    }

    private static String character(String reference) throws PageException {
        if (!reference.startsWith("#")) {
            String named = NAMED.get(reference);
            if (named == null) {
                throw invalid();
            }
            return named;
        }
        try {
            int c = reference.startsWith("#x")
                    ? Integer.parseUnsignedInt(reference, 2, reference.length(), 16)
                    : Integer.parseUnsignedInt(reference, 1, reference.length(), 10);
            if (c == 0
                    || !Character.isValidCodePoint(c)
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                throw invalid();
            }
            return Character.toString(c);
        } catch (NumberFormatException e) {
            throw new PageException(invalid().getMessage(), e);
        }
    }

    private static PageException invalid() {
        return new PageException("contains an unknown entity");
    }
}
