// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/** The syntax of text on a single line, optionally restricted by a pattern. */
final class TextType extends ScalarType<String> {

    /**
     * @param noun the kind of value for use in messages, without an article
     * @param expected the phrase that follows "Expected" in messages
     * @param regex the pattern, which uses only syntax that is valid in both Java and JavaScript
     */
    TextType(String noun, String expected, String regex) {
        super(noun, expected, regex);
    }

    /** Returns the type of arbitrary text on a single line. */
    static TextType any(String noun, String expected) {
        return new TextType(noun, expected, "[^\\r\\n\\u0000]+");
    }

    @Override
    String parse(String text) {
        return text;
    }
}
