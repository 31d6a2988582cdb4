// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

/**
 * The rules for pivots, which are the keys at which listings are split. Servers receive a pivot as the key to start
 * after, so it must not contain anything that some servers decode twice or reject: percent signs, control characters
 * and characters that can't be encoded. {@link KeyScale} allows percent signs that all keys have in common.
 */
final class PivotText {

    private static final int DELETE = 0x7F;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int NONCHARACTERS = 0xFFFE;

    private PivotText() {}

    /** Returns whether a key may be sent as the key to start after. */
    static boolean isAllowed(String key) {
        return key.codePoints().allMatch(PivotText::isAllowed);
    }

    /** Returns whether a pivot may contain the given character after the listing's prefix. */
    static boolean isAllowed(int character) {
        return character >= ' '
                && character != REPLACEMENT
                && character != '%'
                && character != DELETE
                && Character.getType(character) != Character.SURROGATE
                && (character & NONCHARACTERS) != NONCHARACTERS;
    }
}
