// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A writer for indented XML that accepts arbitrary text. Characters that XML can't represent are written as
 * {@code \}{@code u{…}}. Closing the writer leaves the stream open.
 */
final class XmlWriter implements AutoCloseable {

    private static final String INDENT = "  ";

    private final XMLStreamWriter writer;
    private int depth;
    private boolean nested;

    XmlWriter(OutputStream out) throws XMLStreamException {
        // Always use the JDK's implementation, even if the build's class path contains another one.
        writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    }

    void open(String element) throws XMLStreamException {
        newLine();
        writer.writeStartElement(element);
        depth++;
        nested = false;
    }

    void attribute(String name, String value) throws XMLStreamException {
        writer.writeAttribute(name, escape(value));
    }

    void attribute(String name, long value) throws XMLStreamException {
        attribute(name, Long.toString(value));
    }

    void close(String element) throws XMLStreamException {
        depth--;
        if (nested) {
            newLine();
        }
        nested = true;
        writer.writeEndElement();
    }

    void element(String name, String content) throws XMLStreamException {
        element(name, Map.of(), content);
    }

    void element(String name, Map<String, String> attributes, String content) throws XMLStreamException {
        open(name);
        for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
            attribute(attribute.getKey(), attribute.getValue());
        }
        writer.writeCharacters(escape(content));
        close(name);
    }

    @Override
    public void close() throws XMLStreamException {
        writer.writeEndDocument();
        writer.writeCharacters("\n");
        writer.close();
    }

    private void newLine() throws XMLStreamException {
        writer.writeCharacters("\n" + INDENT.repeat(depth));
    }

    private static String escape(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> {
            if (isXml(c)) {
                out.appendCodePoint(c);
            } else {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
            }
        });
        return out.toString();
    }

    /**
     * Returns whether the character can be written as it is: XML 1.0 allows it, and it is not a control character such
     * as a line break.
     */
    private static boolean isXml(int c) {
        return (c >= 0x20 && c < 0x7F) || (c > 0x9F && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
