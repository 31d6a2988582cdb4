// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Text as CloudWatch takes it in names and dimensions: printable ASCII of a bounded length. What is so already stays to
 * the letter; anything else is percent-encoded as UTF-8 (and its percent signs too), and what is too long ends in a
 * digest of the whole. The same text always becomes the same; different ones stay different but for a text that is
 * written as another one is encoded.
 */
final class Ascii {

    /** Enough that two long keys of one suite never meet. */
    private static final int DIGEST_BYTES = 8;

    private Ascii() {}

    /** Of a text that somebody may know already. */
    static String of(String text, int longest) {
        return cut(text.chars().allMatch(Ascii::isPrintable) ? text : encoded(text), text, longest);
    }

    /** Of a name that is nobody's yet: percent signs are always encoded, so that no two names are ever the same. */
    static String unique(String text, int longest) {
        return cut(encoded(text), text, longest);
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

    private static String encoded(String text) {
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
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
