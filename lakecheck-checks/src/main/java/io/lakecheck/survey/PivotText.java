// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

/**
 * The rules for pivots, which are the keys at which listings are split. Servers receive a pivot as the key to start
 * after, so it must not contain anything that some servers decode twice or reject: percent signs, control characters
 * and characters that can't be encoded.
 */
final class PivotText {

    private static final int DELETE = 0x7F;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int NONCHARACTERS = 0xFFFE;

    private PivotText() {}

    /** Returns whether a pivot may contain a character after the prefix of the listing. */
    static boolean isAllowed(int character) {
        return character >= ' '
                && character != REPLACEMENT
                && character != '%'
                && character != DELETE
                && Character.getType(character) != Character.SURROGATE
                && (character & NONCHARACTERS) != NONCHARACTERS;
    }

    /** Returns the part of a key before the first character that a pivot must not contain. */
    static String allowedStart(String prefix, String key) {
        int at = prefix.length();
        while (at < key.length() && isAllowed(key.codePointAt(at))) {
            at += Character.charCount(key.codePointAt(at));
        }
        return key.substring(0, at);
    }
}
