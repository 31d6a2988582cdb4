// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Parses the XML body of a request. Rejects deeply nested elements and document types (and therefore custom entities).
 */
final class XmlParser {

    private static final int MAX_DEPTH = 10;

    private final XMLStreamReader reader;

    private XmlParser(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** @throws S3ErrorException if the bytes are not well-formed XML */
    static XmlNode parse(byte[] xml) {
        // The JDK's own parser, regardless of any others on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw S3ErrorCode.MALFORMED_XML.exception();
                }
            }
            XmlNode root = new XmlParser(reader).node(1);
            while (reader.hasNext()) {
                reader.next();
            }
            return root;
        } catch (XMLStreamException e) {
            throw S3ErrorCode.MALFORMED_XML.exception();
        }
    }

    private XmlNode node(int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw S3ErrorCode.MALFORMED_XML.exception();
        }
        String name = reader.getLocalName();
        StringBuilder text = new StringBuilder();
        List<XmlNode> children = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(node(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw S3ErrorCode.MALFORMED_XML.exception();
                default -> {
                    // Comments and processing instructions are ignored.
                }
            }
        }
        return new XmlNode(name, text.toString(), children);
    }
}
