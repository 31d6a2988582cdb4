// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.regex.Pattern;

/**
 * A number of bytes or of objects, whichever is compared.
 *
 * @param value how many
 * @param isSize whether it was written with a unit, and so can only be bytes
 */
record Amount(long value, boolean isSize) {

    /** A size with its unit, or a bare number. */
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
                String remedy(String text) {
                    return SizeType.TYPE.remedy(text);
                }
            };
}
