// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the objects on a page. Servers send all objects with the same markup, so only the first one is read tag by tag.
 * For the following ones, it is enough to compare the markup. Not thread-safe.
 */
final class ObjectReader {

    private static final ObjectField[] FIELDS = ObjectField.values();

    private final XmlScanner xml;

    ObjectReader(XmlScanner xml) {
        this.xml = xml;
    }

    /** Reads the object that is the scanner's current element, and all objects with the same markup after it. */
    void read(List<ListedObject> objects) throws IOException, PageException {
        List<ObjectMarkup.Value> values = new ArrayList<>(FIELDS.length);
        ListedObject.Builder first = new ListedObject.Builder();
        boolean isRepeatable = true;
        int from = xml.tagStart();
        while (xml.nextChild()) {
            Optional<ObjectField> field = field();
            if (field.isEmpty()) {
                xml.skip();
                continue;
            }
            values.add(new ObjectMarkup.Value(xml.since(from), field.get()));
            isRepeatable &= !xml.isClosed();
            first.set(field.get(), xml.text());
            from = xml.tagStart() + 1;
        }
        objects.add(first.build());
        if (isRepeatable) {
            readSimilar(new ObjectMarkup(values, xml.since(from)), objects);
        }
    }

    private void readSimilar(ObjectMarkup markup, List<ListedObject> objects) throws IOException, PageException {
        for (Optional<ListedObject> next = next(markup); next.isPresent(); next = next(markup)) {
            objects.add(next.get());
        }
    }

    private Optional<ObjectField> field() {
        for (ObjectField field : FIELDS) {
            if (xml.isAt(field.element())) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Reads the next object. If it has a different markup, reads nothing and returns empty. */
    private Optional<ListedObject> next(ObjectMarkup markup) throws IOException, PageException {
        xml.keep();
        ListedObject.Builder object = new ListedObject.Builder();
        for (ObjectMarkup.Value value : markup.values()) {
            if (!xml.skipIfNext(value.before())) {
                return different();
            }
            object.set(value.field(), xml.textBeforeTag());
        }
        return xml.skipIfNext(markup.end()) ? Optional.of(object.build()) : different();
    }

    private Optional<ListedObject> different() {
        xml.reset();
        return Optional.empty();
    }
}
