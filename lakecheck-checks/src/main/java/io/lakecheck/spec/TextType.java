// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/** Any text, or one of a certain look. */
final class TextType extends ScalarType<String> {

    /**
     * @param noun what it is, without article
     * @param expected what to write
     * @param regex what it looks like
     */
    TextType(String noun, String expected, String regex) {
        super(noun, expected, regex);
    }

    /** Any text on one line. */
    static TextType any(String noun, String expected) {
        return new TextType(noun, expected, "[^\\r\\n\\u0000]+");
    }

    @Override
    String parse(String text) {
        return text;
    }
}
