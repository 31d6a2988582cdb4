// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

/**
 * The rules for the text of pivots, the keys at which listings are split. A server receives a pivot as the start of a
 * listing, so it contains nothing that servers are known to decode twice or to reject: no percent sign, control
 * character or character without a valid encoding.
 */
final class PivotText {

    private static final int DELETE = 0x7F;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int NONCHARACTERS = 0xFFFE;

    private PivotText() {}

    /** Returns whether a pivot may contain a character in addition to the prefix of the listing. */
    static boolean isAllowed(int character) {
        return character >= ' '
                && character != REPLACEMENT
                && character != '%'
                && character != DELETE
                && Character.getType(character) != Character.SURROGATE
                && (character & NONCHARACTERS) != NONCHARACTERS;
    }

    /** Returns the start of a key up to the first character that a pivot may not contain. */
    static String allowedStart(String prefix, String key) {
        int at = prefix.length();
        while (at < key.length() && isAllowed(key.codePointAt(at))) {
            at += Character.charCount(key.codePointAt(at));
        }
        return key.substring(0, at);
    }
}
