// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Encodes strings for CloudWatch names and dimensions, which must be printable ASCII of limited length. A string that
 * already qualifies stays unchanged; any other is percent-encoded as UTF-8, including its percent signs. A string that
 * is too long is truncated and ends with a digest of the full string. Different strings stay different unless one
 * equals the encoded form of the other.
 */
final class AsciiEncoder {

    /** The number of digest bytes to use, which is enough to keep a suite's long keys distinct. */
    private static final int DIGEST_BYTES = 8;

    private AsciiEncoder() {}

    /** Encodes a string that may already be in use in CloudWatch, such as a dimension. */
    static String encode(String text, int longest) {
        return cut(text.chars().allMatch(AsciiEncoder::isPrintable) ? text : percentEncoded(text), text, longest);
    }

    /** Encodes a new name. Percent signs are always encoded, so that different names stay different. */
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
