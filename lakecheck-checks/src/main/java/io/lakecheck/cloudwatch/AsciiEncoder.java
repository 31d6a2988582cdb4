// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Encodes text as CloudWatch accepts it in names and dimensions: printable ASCII of a bounded length. Text that is
 * already so stays unchanged; other text is percent-encoded as UTF-8, including its percent signs. Text that is too
 * long ends in a digest of the whole. Equal texts are encoded equally; different ones stay different unless one is
 * written the way the other is encoded.
 */
final class AsciiEncoder {

    /** Long enough that two long keys of one suite never collide. */
    private static final int DIGEST_BYTES = 8;

    private AsciiEncoder() {}

    /** Encodes a text that may be in use already, such as a dimension. */
    static String encode(String text, int longest) {
        return cut(text.chars().allMatch(AsciiEncoder::isPrintable) ? text : percentEncoded(text), text, longest);
    }

    /** Encodes a new name: percent signs are always encoded, so that no two names are ever the same. */
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
