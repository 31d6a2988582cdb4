// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys that are valid in one kind of mapping. The reader, the JSON schema and the reference all use this class, so
 * that they always agree.
 *
 * @param name the name of the mapping
 * @param purpose one or two sentences for the reference and for editors
 * @param terms the keys, in the order in which the reference lists them
 */
record Vocabulary(String name, String purpose, List<Term<?>> terms) implements Type<BlockValues> {

    /** The path of the suite itself, which is empty because the suite is not the value of a key. */
    static final String ROOT = "";

    @Override
    public Optional<BlockValues> read(String path, Node node, ReadContext context) {
        if (node instanceof Word word && word.text().isEmpty()) {
            return read(path, new Block(List.of(), word.origin()), context);
        }
        if (!(node instanceof Block block)) {
            context.rejectShape(place(path), node, expected());
            return Optional.empty();
        }
        int before = context.problems().size();
        Map<String, Origin> origins = new HashMap<>();
        Map<String, Block.Entry> written = new HashMap<>();
        Map<Term<?>, Object> values = new HashMap<>();
        for (Block.Entry entry : block.entries()) {
            Word word = entry.name();
            if (isFirst(word, origins, context.problems()) && !context.isBlank(entry.value())) {
                written.put(word.text(), entry);
                term(word, path, context.problems()).ifPresent(term -> term.type()
                        .read(path.isEmpty() ? term.name() : path + "." + term.name(), entry.value(), context)
                        .ifPresent(value -> values.put(term, value)));
            }
        }
        terms.stream()
                .filter(term -> term.required() && !written.containsKey(term.name()))
                .forEach(term -> context.problems()
                        .add(
                                block.origin(),
                                "missing key '" + term.name() + "' in " + place(path),
                                "Add " + term.name() + ": " + term.example()));
        boolean isValid = context.problems().size() == before;
        return Optional.of(new BlockValues(block.origin(), written, values, isValid));
    }

    @Override
    public String expected() {
        return "a mapping. Valid keys: " + names();
    }

    /** Returns the definition of a key; empty if the key is unknown. */
    Optional<Term<?>> term(String key) {
        return terms.stream()
                .filter(term -> term.name().equals(key))
                .<Term<?>>map(term -> term)
                .findFirst();
    }

    private boolean isFirst(Word word, Map<String, Origin> origins, Problems problems) {
        Origin first = origins.putIfAbsent(word.text(), word.origin());
        if (first != null) {
            problems.add(
                    word.origin(),
                    "duplicate key '" + Display.visible(word.text()) + "'; first defined at " + first,
                    "Remove one of them");
        }
        return first == null;
    }

    private Optional<Term<?>> term(Word word, String path, Problems problems) {
        Optional<Term<?>> known = term(word.text());
        if (known.isEmpty()) {
            problems.add(
                    word.origin(),
                    "unknown key '" + Display.visible(word.text()) + "' in " + place(path),
                    NearestWord.didYouMean(
                                    word.text(), terms.stream().map(Term::name).toList()) + "Valid keys: " + names());
        }
        return known;
    }

    /**
     * Returns the name of the mapping as shown in messages, such as {@code the suite}, {@code dataset 'kpi'} or
     * {@code delta}.
     */
    private String place(String path) {
        if (path.isEmpty()) {
            return "the " + name;
        }
        return path.equals(name) || path.endsWith("." + name) ? path : name + " '" + path + "'";
    }

    private String names() {
        return terms.stream().map(Term::name).collect(Collectors.joining(", "));
    }
}
