// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * A single value or name, always as text: {@code 30%}, {@code no} and {@code 1e3} mean what the grammar of their place
 * says, not what a file format guesses. The empty one is what a name without a value has.
 *
 * @param text to the letter
 * @param origin where it was written
 */
public record Word(String text, Origin origin) implements Node {

    @Override
    public String shape() {
        return text.isEmpty() ? "nothing" : "a single value";
    }
}
