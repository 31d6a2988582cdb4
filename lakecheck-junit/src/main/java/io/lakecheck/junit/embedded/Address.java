// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bucket and the key in a request's URL, which is either path-style ({@code 127.0.0.1/bucket/key}) or
 * virtual-hosted ({@code bucket.localhost/key}).
 *
 * @param bucket the bucket's name, or an empty string if the request names none
 * @param key the object's key, or an empty string if the request names none
 */
record Address(String bucket, String key) {

    private static final int MAX_KEY_BYTES = 1024;

    private static final Pattern VIRTUAL_HOST = Pattern.compile("(.+)\\.(?:localhost|127\\.0\\.0\\.1)(?::\\d+)?");

    /**
     * Parses an address.
     *
     * @param host the value of the request's {@code Host} header
     * @param rawPath the URL's path, with percent encoding
     * @throws S3ErrorException if the path is not UTF-8 or the key is too long
     */
    static Address of(String host, String rawPath) {
        String path = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
        Matcher virtual = VIRTUAL_HOST.matcher(host.toLowerCase(Locale.ROOT));
        if (virtual.matches()) {
            return new Address(virtual.group(1), key(path));
        }
        int slash = path.indexOf('/');
        return slash < 0
                ? new Address(decode(path), "")
                : new Address(decode(path.substring(0, slash)), key(path.substring(slash + 1)));
    }

    private static String key(String raw) {
        String key = decode(raw);
        int bytes = key.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_KEY_BYTES) {
            throw S3ErrorCode.KEY_TOO_LONG
                    .exception()
                    .with("Size", Integer.toString(bytes))
                    .with("MaxSizeAllowed", Integer.toString(MAX_KEY_BYTES));
        }
        return key;
    }

    /**
     * Decodes percent encoding. A plus sign does not stand for a space.
     *
     * @throws S3ErrorException if the result is not UTF-8
     */
    static String decode(String raw) {
        byte[] in = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                if (i + 2 >= in.length) {
                    throw S3ErrorCode.INVALID_URI.exception();
                }
                out.put((byte) (digit(in[i + 1]) * 16 + digit(in[i + 2])));
                i += 2;
            } else {
                out.put(in[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
        } catch (CharacterCodingException e) {
            throw S3ErrorCode.INVALID_URI.exception();
        }
    }

    private static int digit(byte character) {
        int digit = Character.digit(character, 16);
        if (digit < 0) {
            throw S3ErrorCode.INVALID_URI.exception();
        }
        return digit;
    }
}
