// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a list of objects as the server sent it, not yet verified.
 *
 * @param properties the text of each element that describes the page, by element name
 * @param objects the listed objects
 * @param folders the listed common prefixes, encoded like keys
 */
record PageBody(Map<String, String> properties, List<ListedObject> objects, List<byte[]> folders) {

    private static final byte[] ROOT = ascii("ListBucketResult");
    private static final byte[] CONTENTS = ascii("Contents");
    private static final byte[] COMMON_PREFIXES = ascii("CommonPrefixes");
    private static final byte[] PREFIX = ascii("Prefix");

    private static final Map<String, byte[]> PROPERTIES = Map.of(
            "Name", ascii("Name"),
            "Prefix", PREFIX,
            "KeyCount", ascii("KeyCount"),
            "IsTruncated", ascii("IsTruncated"),
            "NextContinuationToken", ascii("NextContinuationToken"),
            "EncodingType", ascii("EncodingType"));

    /** The number of objects on a full page. */
    private static final int FULL = 1000;

    /** @throws PageException if the body isn't a complete list of objects */
    static PageBody read(InputStream in) throws IOException, PageException {
        XmlScanner xml = new XmlScanner(in);
        if (!xml.nextRoot() || !xml.isAt(ROOT)) {
            throw new PageException("is not a list of objects");
        }
        PageBody page = new PageBody(new HashMap<>(), new ArrayList<>(FULL), new ArrayList<>());
        ObjectReader objects = new ObjectReader(xml);
        for (xml.keep(); xml.nextChild(); xml.keep()) {
            if (xml.isAt(CONTENTS)) {
                objects.read(page.objects);
            } else if (xml.isAt(COMMON_PREFIXES)) {
                page.readFolders(xml);
            } else {
                page.readProperty(xml);
            }
        }
        xml.end();
        return page;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns the property with this name, or empty if the page doesn't have it. */
    Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** Returns whether keys and prefixes are encoded. */
    boolean isEncoded() {
        return property("EncodingType").filter("url"::equals).isPresent();
    }

    /** Returns a key or prefix, decoded if the page declares an encoding. */
    byte[] decode(byte[] key) throws PageException {
        return isEncoded() ? UrlEncoding.decode(key) : key;
    }

    private void readFolders(XmlScanner xml) throws IOException, PageException {
        while (xml.nextChild()) {
            if (xml.isAt(PREFIX)) {
                folders.add(xml.text().toBytes());
            } else {
                xml.skip();
            }
        }
    }

    private void readProperty(XmlScanner xml) throws IOException, PageException {
        for (Map.Entry<String, byte[]> property : PROPERTIES.entrySet()) {
            if (xml.isAt(property.getValue())) {
                if (properties.put(property.getKey(), xml.text().toString()) != null) {
                    throw new PageException("contains the element " + property.getKey() + " twice");
                }
                return;
            }
        }
        xml.skip();
    }
}
