// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.List;

/**
 * A piece of a suite in XML, as in a POM's configuration. XML does not tell a list from a block of names;
 * {@link SuiteReader} does, by the place where it stands:
 *
 * <ul>
 *   <li>a list's items are its children, whatever they are called; a single value may stand without them:
 *       {@code <days><day>mon</day><day>tue</day></days>}, {@code <days>weekdays</days>}
 *   <li>a check is an element with its name: {@code <checks><recency/><size><min>1 kB</min></size></checks>}
 *   <li>a dataset is an element with its name, or {@code <dataset>} with a {@code <name>} for names that XML does not
 *       take; a dimension likewise, its value in {@code <value>}
 * </ul>
 *
 * Nothing is said in attributes, and nothing beside child elements: both are refused.
 *
 * @param name of the element
 * @param attributes the names of those that it has
 * @param text to the letter, without that of its children; empty where there is none
 * @param children in their order
 * @param origin where it was written
 */
public record XmlElement(String name, List<String> attributes, String text, List<XmlElement> children, Origin origin) {

    public XmlElement {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** One without attributes. */
    public XmlElement(String name, String text, List<XmlElement> children, Origin origin) {
        this(name, List.of(), text, children, origin);
    }
}
