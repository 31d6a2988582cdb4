// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * A scalar value or key. It is always text: the grammar of its place decides what {@code 30%}, {@code no} and
 * {@code 1e3} mean, not the file format. A key without a value has the empty word.
 *
 * @param text the text, unchanged
 * @param origin where it was written
 */
public record Word(String text, Origin origin) implements Node {

    @Override
    public String shape() {
        return text.isEmpty() ? "empty" : "text";
    }
}
