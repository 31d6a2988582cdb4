// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes responses as S3 does. A continuation token is the last key on the page, in hexadecimal digits. */
final class ListXml {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.*/";
    private static final byte[] UNCHANGED = new byte[0];

    /** The maximum number of bytes that are written for each byte of a key: those of {@code &amp;}. */
    private static final int MAX_GROWTH = 5;

    private static final int MAX_PARAMETERS = 1000;

    /** What is written instead of each byte, or an empty array for the byte itself. */
    private static final byte[][] URL_ENCODED =
            IntStream.range(0, 256).mapToObj(ListXml::urlEncoded).toArray(byte[][]::new);

    private static final byte[][] XML_ESCAPED =
            IntStream.range(0, 256).mapToObj(ListXml::xmlEscaped).toArray(byte[][]::new);

    private static final byte[] BEFORE_KEY = bytes("<Contents><Key>");
    private static final byte[] AFTER_KEY = bytes("</Key><LastModified>2026-01-03T02:11:07.000Z</LastModified>"
            + "<ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag><ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm>"
            + "<ChecksumType>FULL_OBJECT</ChecksumType><Size>1048576</Size><StorageClass>STANDARD</StorageClass>"
            + "</Contents>");

    private ListXml() {}

    static ByteBuffer slowDown() {
        return ByteBuffer.wrap(
                bytes("<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"));
    }

    static byte[] fromToken(String token) {
        return HexFormat.of().parseHex(token);
    }

    static ByteBuffer page(Map<String, String> query, List<byte[]> keys, boolean isTruncated) {
        boolean isEncoded = isEncoded(query);
        ByteBuffer xml = start(query, keys, isTruncated ? keys.get(keys.size() - 1) : new byte[0]);
        for (byte[] key : keys) {
            xml.put(BEFORE_KEY);
            writeKey(xml, key, isEncoded);
            xml.put(AFTER_KEY);
        }
        return end(xml);
    }

    /** @param last the last key that the page stands for, or an empty array if it is the last page */
    static ByteBuffer folders(Map<String, String> query, List<byte[]> folders, byte[] last) {
        ByteBuffer xml = start(query, folders, last);
        for (byte[] folder : folders) {
            write(xml, "<CommonPrefixes><Prefix>");
            writeKey(xml, folder, isEncoded(query));
            write(xml, "</Prefix></CommonPrefixes>");
        }
        return end(xml);
    }

    private static boolean isEncoded(Map<String, String> query) {
        return "url".equals(query.get("encoding-type"));
    }

    /** Returns a buffer that starts with the parameters of a page and has room for the given keys. */
    private static ByteBuffer start(Map<String, String> query, List<byte[]> keys, byte[] last) {
        boolean isEncoded = isEncoded(query);
        boolean isTruncated = last.length > 0;
        byte[] prefix = bytes(query.getOrDefault("prefix", ""));
        ByteBuffer xml = ByteBuffer.allocate(Stream.concat(keys.stream(), Stream.of(prefix, last))
                        .mapToInt(key -> MAX_GROWTH * key.length + BEFORE_KEY.length + AFTER_KEY.length)
                        .sum()
                + MAX_PARAMETERS);
        write(
                xml,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>"
                        + ListSimulator.BUCKET
                        + "</Name><Prefix>");
        writeKey(xml, prefix, isEncoded);
        write(
                xml,
                "</Prefix><KeyCount>" + keys.size() + "</KeyCount><MaxKeys>1000</MaxKeys>"
                        + (isEncoded ? "<EncodingType>url</EncodingType>" : "") + "<IsTruncated>" + isTruncated
                        + "</IsTruncated>");
        if (isTruncated) {
            write(xml, "<NextContinuationToken>" + HexFormat.of().formatHex(last) + "</NextContinuationToken>");
        }
        return xml;
    }

    private static ByteBuffer end(ByteBuffer xml) {
        write(xml, "</ListBucketResult>");
        return xml.flip();
    }

    private static void writeKey(ByteBuffer xml, byte[] key, boolean isEncoded) {
        byte[][] written = isEncoded ? URL_ENCODED : XML_ESCAPED;
        int start = 0;
        for (int i = 0; i < key.length; i++) {
            byte[] replacement = written[key[i] & 0xFF];
            if (replacement.length > 0) {
                xml.put(key, start, i - start);
                xml.put(replacement);
                start = i + 1;
            }
        }
        xml.put(key, start, key.length - start);
    }

    private static byte[] urlEncoded(int b) {
        if (PLAIN.indexOf(b) >= 0) {
            return UNCHANGED;
        }
        return bytes(b == ' ' ? "+" : "%" + HexFormat.of().withUpperCase().toHexDigits((byte) b));
    }

    private static byte[] xmlEscaped(int b) {
        return b == '&' ? bytes("&amp;") : b == '<' ? bytes("&lt;") : UNCHANGED;
    }

    private static void write(ByteBuffer xml, String text) {
        xml.put(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
