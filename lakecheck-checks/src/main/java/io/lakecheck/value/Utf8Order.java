// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which lakes list keys: by the unsigned bytes of their UTF-8 encoding. Java's string order differs,
 * because it compares UTF-16 code units.
 */
public final class Utf8Order {

    public static final Comparator<String> BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private Utf8Order() {}
}
