// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A converter from XML to {@link Node}s. Elements in the wrong place are kept, so that {@link SuiteReader} can report
 * them. Attributes and text next to child elements are reported by this class.
 */
final class XmlTree {

    private static final String NAME = "name";
    private static final String VALUE = "value";

    private XmlTree() {}

    /**
     * Converts an element.
     *
     * @param type the syntax that the element's content must have, which determines whether the result is a list or a
     *     mapping
     */
    static Node read(XmlElement element, Type<?> type, Problems problems) {
        rejectExtras(element, problems);
        return read(element, type);
    }

    private static void rejectExtras(XmlElement element, Problems problems) {
        for (String attribute : element.attributes()) {
            problems.add(
                    element.origin(),
                    "unsupported attribute '" + Display.visible(attribute) + "'",
                    "Write it as a child element: <" + Display.visible(attribute) + ">…</" + Display.visible(attribute)
                            + ">");
        }
        if (!element.children().isEmpty() && !element.text().isBlank()) {
            problems.add(
                    element.origin(),
                    "unexpected text '" + Display.visible(element.text().strip()) + "' next to child elements",
                    "Move it into a separate element, or remove it");
        }
        element.children().forEach(child -> rejectExtras(child, problems));
    }

    private static Node read(XmlElement element, Type<?> type) {
        if (element.children().isEmpty()) {
            return new Word(element.text().strip(), element.origin());
        }
        if (type instanceof ListType<?> list) {
            return new Items(
                    element.children().stream()
                            .map(child -> read(child, list.item()))
                            .toList(),
                    element.origin());
        }
        if (type instanceof CheckListType) {
            return new Items(element.children().stream().map(XmlTree::check).toList(), element.origin());
        }
        List<Block.Entry> entries = new ArrayList<>();
        for (XmlElement child : element.children()) {
            if (type instanceof NamedType<?> named) {
                entries.add(named(child, named));
            } else if (type instanceof Vocabulary words) {
                entries.add(entry(child, words.term(child.name())));
            } else {
                entries.add(entry(child, Optional.empty()));
            }
        }
        return new Block(entries, element.origin());
    }

    private static Node check(XmlElement child) {
        Optional<Vocabulary> words = CheckListType.KINDS.stream()
                .map(CheckKind::words)
                .filter(known -> known.name().equals(child.name()))
                .findFirst();
        Node value = words.map(known -> read(child, known)).orElseGet(() -> untyped(child));
        return new Block(List.of(new Block.Entry(name(child), value)), child.origin());
    }

    private static Block.Entry entry(XmlElement child, Optional<Term<?>> term) {
        return new Block.Entry(
                name(child), term.map(known -> read(child, known.type())).orElseGet(() -> untyped(child)));
    }

    private static Block.Entry named(XmlElement child, NamedType<?> named) {
        Optional<XmlElement> name =
                child(child, NAME).filter(any -> child.name().equals(named.noun()));
        if (name.isEmpty()) {
            return new Block.Entry(name(child), read(child, named.value()));
        }
        Word word = new Word(name.get().text().strip(), name.get().origin());
        if (!(named.value() instanceof Vocabulary)) {
            XmlElement value = child(child, VALUE).orElse(new XmlElement(VALUE, "", List.of(), child.origin()));
            return new Block.Entry(word, read(value, named.value()));
        }
        List<XmlElement> rest = child.children().stream()
                .filter(Predicate.not(name.get()::equals))
                .toList();
        return new Block.Entry(word, read(new XmlElement(child.name(), "", rest, child.origin()), named.value()));
    }

    private static Optional<XmlElement> child(XmlElement parent, String name) {
        return parent.children().stream()
                .filter(child -> child.name().equals(name))
                .findFirst();
    }

    private static Node untyped(XmlElement element) {
        if (element.children().isEmpty()) {
            return new Word(element.text().strip(), element.origin());
        }
        return new Block(
                element.children().stream()
                        .map(child -> new Block.Entry(name(child), untyped(child)))
                        .toList(),
                element.origin());
    }

    private static Word name(XmlElement element) {
        return new Word(element.name(), element.origin());
    }
}
