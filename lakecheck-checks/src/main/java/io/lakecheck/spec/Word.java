// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * A scalar value or key. It is always text: the meaning of {@code 30%}, {@code no} or {@code 1e3} depends on the key,
 * not on the file format. If a key has no value, its value is an empty word.
 *
 * @param text the text, unchanged
 * @param origin the place where it was written
 */
public record Word(String text, Origin origin) implements Node {

    @Override
    public String shape() {
        return text.isEmpty() ? "empty" : "text";
    }
}
