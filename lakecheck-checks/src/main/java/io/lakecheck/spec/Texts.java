// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/** Any text, or one of a certain look. */
final class Texts extends Grammar<String> {

    /**
     * @param noun what it is, without article
     * @param expected what to write
     * @param regex what it looks like
     */
    Texts(String noun, String expected, String regex) {
        super(noun, expected, regex);
    }

    /** Any text on one line. */
    static Texts any(String noun, String expected) {
        return new Texts(noun, expected, "[^\\r\\n\\u0000]+");
    }

    @Override
    String parse(String text) {
        return text;
    }
}
