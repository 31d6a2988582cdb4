// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** A builder for XML responses. Escapes all text. Not thread-safe. */
final class XmlDocument {

    private static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final String root;

    private XmlDocument(String root, String attributes) {
        this.root = root;
        xml.append('<').append(root).append(attributes).append('>');
    }

    static XmlDocument of(String root) {
        return new XmlDocument(root, NAMESPACE);
    }

    static XmlDocument error() {
        return new XmlDocument("Error", "");
    }

    /** Appends text to the current element. */
    XmlDocument text(String value) {
        value.codePoints().forEach(this::append);
        return this;
    }

    XmlDocument text(String name, String value) {
        return element(name, element -> element.text(value));
    }

    XmlDocument text(String name, Optional<String> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    XmlDocument number(String name, long value) {
        return text(name, Long.toString(value));
    }

    XmlDocument flag(String name, boolean value) {
        return text(name, Boolean.toString(value));
    }

    XmlDocument element(String name, Consumer<XmlDocument> content) {
        xml.append('<').append(name).append('>');
        content.accept(this);
        xml.append("</").append(name).append('>');
        return this;
    }

    /**
     * Appends a character, escaped if necessary. Characters that XML forbids are written as character references, as in
     * S3's responses.
     */
    private void append(int character) {
        switch (character) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            case '"' -> xml.append("&quot;");
            default -> {
                if (character < ' ' || character == 0x7F || character == 0xFFFE || character == 0xFFFF) {
                    xml.append("&#x").append(Integer.toHexString(character)).append(';');
                } else {
                    xml.appendCodePoint(character);
                }
            }
        }
    }

    byte[] bytes() {
        return (xml + "</" + root + ">").getBytes(StandardCharsets.UTF_8);
    }
}
