// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import java.util.Comparator;

/**
 * The order in which lakes list keys: by the unsigned bytes of their UTF-8 encoding. Java's string order differs,
 * because it compares UTF-16 code units.
 */
public final class Utf8Order {

    public static final Comparator<String> BYTES = Utf8Order::compare;

    private Utf8Order() {}

    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return Integer.compare(rank(one.charAt(i)), rank(other.charAt(i)));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Ranks surrogates, which encode the highest code points, above all other code units. */
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + Character.MAX_VALUE : unit;
    }
}
