// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.regex.Pattern;

/**
 * A number of bytes or objects, depending on which of them a check compares.
 *
 * @param value the number
 * @param isSize whether the value was written with a unit and is therefore a number of bytes
 */
record Amount(long value, boolean isSize) {

    /** The syntax of amounts: a size with a unit, or a number without one. */
    static final ScalarType<Amount> TYPE =
            new ScalarType<>(
                    "amount", "a size such as 50 kB, or a number of objects such as 20", SizeType.TYPE.regex()) {

                private static final Pattern BARE = Pattern.compile("[0-9]+");

                @Override
                Amount parse(String text) {
                    return new Amount(
                            SizeType.TYPE.parse(text), !BARE.matcher(text).matches());
                }

                @Override
                InvalidValueException explain(String text) {
                    return SizeType.TYPE.explain(text, super.explain(text));
                }
            };
}
