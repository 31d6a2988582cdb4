// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes responses as S3 does. A continuation token is the last key on the page, in hexadecimal digits. */
final class ListXml {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.*/";
    private static final byte[] UNCHANGED = new byte[0];

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

    static byte[] slowDown() {
        return bytes("<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>");
    }

    static byte[] fromToken(String token) {
        return HexFormat.of().parseHex(token);
    }

    static byte[] page(Map<String, String> query, byte[][] keys, boolean isTruncated) {
        boolean isEncoded = isEncoded(query);
        ByteArrayOutputStream xml = start(query, keys.length, isTruncated ? keys[keys.length - 1] : new byte[0]);
        for (byte[] key : keys) {
            xml.writeBytes(BEFORE_KEY);
            writeKey(xml, key, isEncoded);
            xml.writeBytes(AFTER_KEY);
        }
        return end(xml);
    }

    /** @param last the last key that the page stands for, or an empty array if it is the last page */
    static byte[] folders(Map<String, String> query, List<byte[]> folders, byte[] last) {
        ByteArrayOutputStream xml = start(query, folders.size(), last);
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

    private static ByteArrayOutputStream start(Map<String, String> query, int count, byte[] last) {
        boolean isEncoded = isEncoded(query);
        boolean isTruncated = last.length > 0;
        ByteArrayOutputStream xml = new ByteArrayOutputStream(400 * (count + 1));
        write(
                xml,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>"
                        + ListSimulator.BUCKET
                        + "</Name><Prefix>");
        writeKey(xml, bytes(query.getOrDefault("prefix", "")), isEncoded);
        write(
                xml,
                "</Prefix><KeyCount>" + count + "</KeyCount><MaxKeys>1000</MaxKeys>"
                        + (isEncoded ? "<EncodingType>url</EncodingType>" : "") + "<IsTruncated>" + isTruncated
                        + "</IsTruncated>");
        if (isTruncated) {
            write(xml, "<NextContinuationToken>" + HexFormat.of().formatHex(last) + "</NextContinuationToken>");
        }
        return xml;
    }

    private static byte[] end(ByteArrayOutputStream xml) {
        write(xml, "</ListBucketResult>");
        return xml.toByteArray();
    }

    private static void writeKey(ByteArrayOutputStream xml, byte[] key, boolean isEncoded) {
        byte[][] written = isEncoded ? URL_ENCODED : XML_ESCAPED;
        int start = 0;
        for (int i = 0; i < key.length; i++) {
            byte[] replacement = written[key[i] & 0xFF];
            if (replacement.length > 0) {
                xml.write(key, start, i - start);
                xml.writeBytes(replacement);
                start = i + 1;
            }
        }
        xml.write(key, start, key.length - start);
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

    private static void write(ByteArrayOutputStream xml, String text) {
        xml.writeBytes(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
