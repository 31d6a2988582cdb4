// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.List;
import java.util.Optional;

/**
 * An element in the XML body of a request.
 *
 * @param name the element's name, without a namespace
 * @param text the text in the element, without that in child elements
 * @param children the child elements
 */
record XmlNode(String name, String text, List<XmlNode> children) {

    List<XmlNode> all(String child) {
        return children.stream().filter(node -> node.name().equals(child)).toList();
    }

    Optional<XmlNode> first(String child) {
        return children.stream().filter(node -> node.name().equals(child)).findFirst();
    }

    Optional<String> text(String child) {
        return first(child).map(XmlNode::text);
    }

    /** @throws S3ErrorException if the element is missing */
    String required(String child) {
        return text(child).orElseThrow(S3ErrorCode.MALFORMED_XML::exception);
    }
}
