// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** Writes responses as S3 does. A continuation token is the last key on the page, in hexadecimal digits. */
final class ListXml {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.*/";
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
        boolean isEncoded = "url".equals(query.get("encoding-type"));
        ByteArrayOutputStream xml = new ByteArrayOutputStream(400 * (keys.length + 1));
        write(
                xml,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>"
                        + ListSimulator.BUCKET
                        + "</Name><Prefix>");
        writeKey(xml, bytes(query.getOrDefault("prefix", "")), isEncoded);
        write(
                xml,
                "</Prefix><KeyCount>" + keys.length + "</KeyCount><MaxKeys>1000</MaxKeys>"
                        + (isEncoded ? "<EncodingType>url</EncodingType>" : "") + "<IsTruncated>" + isTruncated
                        + "</IsTruncated>");
        if (isTruncated) {
            byte[] last = keys[keys.length - 1];
            write(xml, "<NextContinuationToken>" + HexFormat.of().formatHex(last) + "</NextContinuationToken>");
        }
        for (byte[] key : keys) {
            write(xml, "<Contents><Key>");
            writeKey(xml, key, isEncoded);
            xml.writeBytes(AFTER_KEY);
        }
        write(xml, "</ListBucketResult>");
        return xml.toByteArray();
    }

    private static void writeKey(ByteArrayOutputStream xml, byte[] key, boolean isEncoded) {
        for (byte b : key) {
            if (!isEncoded) {
                write(xml, b == '&' ? "&amp;" : b == '<' ? "&lt;" : null, b);
            } else if (b > 0 && PLAIN.indexOf(b) >= 0) {
                xml.write(b);
            } else {
                write(xml, b == ' ' ? "+" : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
    }

    private static void write(ByteArrayOutputStream xml, String escaped, byte b) {
        if (escaped == null) {
            xml.write(b);
        } else {
            write(xml, escaped);
        }
    }

    private static void write(ByteArrayOutputStream xml, String text) {
        xml.writeBytes(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
