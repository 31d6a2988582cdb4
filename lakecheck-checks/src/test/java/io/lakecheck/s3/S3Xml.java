// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Responses in the form in which S3 sends them. Keys are URL-encoded, with {@code +} for a space. */
final class S3Xml {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.*/";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private S3Xml() {}

    static String page(ListRequest request, List<StubS3.Entry> entries, int count, Optional<String> token) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        element(xml, "Name", request.bucket());
        element(xml, "Prefix", encoded(request.prefix()));
        if (!request.after().isEmpty()) {
            element(xml, "StartAfter", encoded(request.after()));
        }
        element(xml, "KeyCount", Integer.toString(count));
        element(xml, "MaxKeys", "1000");
        element(xml, "EncodingType", "url");
        element(xml, "IsTruncated", Boolean.toString(token.isPresent()));
        token.ifPresent(next -> element(xml, "NextContinuationToken", next));
        if (!request.delimiter().isEmpty()) {
            element(xml, "Delimiter", encoded(request.delimiter()));
        }
        for (StubS3.Entry entry : entries) {
            if (request.isFolder(entry.key())) {
                xml.append("<CommonPrefixes>");
                element(xml, "Prefix", encoded(entry.key()));
                xml.append("</CommonPrefixes>");
                continue;
            }
            xml.append("<Contents>");
            element(xml, "Key", encoded(entry.key()));
            element(xml, "LastModified", entry.modified().toString());
            element(xml, "ETag", "&quot;d41d8cd98f00b204e9800998ecf8427e&quot;");
            element(xml, "Size", Long.toString(entry.bytes()));
            element(xml, "StorageClass", "STANDARD");
            xml.append("</Contents>");
        }
        return xml.append("</ListBucketResult>").toString();
    }

    static String error(String code, String message) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                + "</Message><RequestId>1</RequestId></Error>";
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(text)
                .append("</")
                .append(name)
                .append('>');
    }

    private static String encoded(String key) {
        StringBuilder out = new StringBuilder();
        for (byte b : utf8(key)) {
            if (b == ' ') {
                out.append('+');
            } else if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.toHexDigits(b));
            }
        }
        return out.toString();
    }

    /** Compares keys by their unsigned UTF-8 bytes. */
    static int order(String a, String b) {
        int same = 0;
        while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        if (same == a.length() || same == b.length()) {
            return a.length() - b.length();
        }
        int from = same > 0 && Character.isHighSurrogate(a.charAt(same - 1)) ? same - 1 : same;
        return Integer.compare(a.codePointAt(from), b.codePointAt(from));
    }

    /** Encodes a string in UTF-8. Lone surrogates become three bytes each. */
    static byte[] utf8(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text.codePoints().forEach(c -> {
            if (c >= 0xD800 && c <= 0xDFFF) {
                out.write(0xE0 | (c >> 12));
                out.write(0x80 | ((c >> 6) & 0x3F));
                out.write(0x80 | (c & 0x3F));
            } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }
}
