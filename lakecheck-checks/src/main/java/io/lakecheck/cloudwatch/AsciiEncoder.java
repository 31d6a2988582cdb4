// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Encodes strings for CloudWatch names and dimensions, which must be printable ASCII of limited length. A string that
 * is already printable ASCII is not encoded; any other string is percent-encoded as UTF-8, including its percent signs.
 * If the result is too long, it is truncated and ends with a digest of the full string. Different strings remain
 * different after encoding, unless one equals the encoded form of the other.
 */
final class AsciiEncoder {

    /** The number of bytes of the digest to use. Eight are enough to keep the long keys in a suite distinct. */
    private static final int DIGEST_BYTES = 8;

    private AsciiEncoder() {}

    /**
     * Encodes a string that CloudWatch may already contain, such as the value of a dimension. Printable ASCII is left
     * as it is.
     */
    static String encode(String text, int longest) {
        return cut(text.chars().allMatch(AsciiEncoder::isPrintable) ? text : percentEncoded(text), text, longest);
    }

    /**
     * Encodes a name that only lakecheck uses. Percent signs are always encoded, so that different names remain
     * different.
     */
    static String encodeUnique(String text, int longest) {
        return cut(percentEncoded(text), text, longest);
    }

    private static String cut(String ascii, String text, int longest) {
        if (ascii.length() <= longest) {
            return ascii;
        }
        String digest = "~" + digest(text);
        return ascii.substring(0, longest - digest.length()) + digest;
    }

    private static boolean isPrintable(int c) {
        return c >= ' ' && c <= '~';
    }

    private static String percentEncoded(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            if (isPrintable(b) && b != '%') {
                out.append((char) b);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    private static String digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
