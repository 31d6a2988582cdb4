// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.List;

/**
 * An element of a suite in XML, such as a POM's configuration. XML does not distinguish lists from mappings, so
 * {@link SuiteReader} decides based on the key that the element belongs to:
 *
 * <ul>
 *   <li>The items of a list are child elements of any name, or a scalar value without child elements:
 *       {@code <days><day>mon</day><day>tue</day></days>}, {@code <days>weekdays</days>}
 *   <li>A check is an element with the name of the check: {@code <checks><recency/><size><min>1
 *       kB</min></size></checks>}
 *   <li>A dataset is an element with the name of the dataset, or {@code <dataset>} with a child {@code <name>} if the
 *       name is not valid in XML. The same applies to a dimension, whose value is then in {@code <value>}.
 * </ul>
 *
 * Attributes and text next to child elements are rejected.
 *
 * @param name the element's name
 * @param attributes the names of its attributes
 * @param text the text of the element itself, unchanged; may be empty
 * @param children the child elements in order
 * @param origin the place where the element was written
 */
public record XmlElement(String name, List<String> attributes, String text, List<XmlElement> children, Origin origin) {

    public XmlElement {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** Creates an element without attributes. */
    public XmlElement(String name, String text, List<XmlElement> children, Origin origin) {
        this(name, List.of(), text, children, origin);
    }
}
