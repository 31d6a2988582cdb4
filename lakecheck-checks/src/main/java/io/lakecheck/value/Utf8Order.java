// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which lakes list keys. It compares the unsigned bytes of the keys' UTF-8 encoding, whereas Java's string
 * order compares UTF-16 code units.
 */
public final class Utf8Order {

    public static final Comparator<String> BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private Utf8Order() {}
}
