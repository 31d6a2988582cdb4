// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.Arrays;

/**
 * The encoding of keys in a list of objects. A percent sign and two hexadecimal digits, such as {@code %2F}, represent
 * a byte, and {@code +} represents a space.
 */
final class UrlEncoding {

    private UrlEncoding() {}

    /** Returns the decoded bytes. The result is the given array if it contains nothing to decode. */
    static byte[] decode(byte[] encoded) throws PageException {
        int to = 0;
        while (to < encoded.length && encoded[to] != '%' && encoded[to] != '+') {
            to++;
        }
        if (to == encoded.length) {
            return encoded;
        }
        byte[] decoded = encoded.clone();
        for (int from = to; from < encoded.length; from++, to++) {
            if (encoded[from] == '%') {
                decoded[to] = (byte) (digit(encoded, from + 1) << 4 | digit(encoded, from + 2));
                from += 2;
            } else {
                decoded[to] = encoded[from] == '+' ? (byte) ' ' : encoded[from];
            }
        }
        return Arrays.copyOf(decoded, to);
    }

    private static int digit(byte[] encoded, int at) throws PageException {
        int digit = at < encoded.length ? Character.digit(encoded[at], 16) : -1;
        if (digit < 0) {
            throw new PageException("contains a key with an invalid encoding");
        }
        return digit;
    }
}
