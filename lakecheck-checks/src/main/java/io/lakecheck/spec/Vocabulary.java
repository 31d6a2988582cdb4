// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words of one kind of block. The reader, the JSON Schema and the reference all work from this table, so that they
 * can't differ.
 *
 * @param name what the block is called
 * @param doc one or two sentences
 * @param terms its words, in the order of the reference
 */
record Vocabulary(String name, String doc, List<Term<?>> terms) implements Type<BlockValues> {

    @Override
    public Optional<BlockValues> read(String place, Node node, ReadContext reading) {
        if (node instanceof Word word && word.text().isEmpty()) {
            return read(place, new Block(List.of(), word.origin()), reading);
        }
        if (!(node instanceof Block block)) {
            reading.rejectShape(place, node, expected());
            return Optional.empty();
        }
        int before = reading.problems().size();
        Map<String, Origin> seen = new HashMap<>();
        Map<String, Block.Entry> written = new HashMap<>();
        Map<Term<?>, Object> values = new HashMap<>();
        for (Block.Entry entry : block.entries()) {
            Word word = entry.name();
            if (isNew(word, seen, reading.problems()) && !reading.isBlank(entry.value())) {
                written.put(word.text(), entry);
                term(word, reading.problems()).ifPresent(term -> term.type()
                        .read(term.name(), entry.value(), reading)
                        .ifPresent(value -> values.put(term, value)));
            }
        }
        terms.stream()
                .filter(term -> term.required() && !written.containsKey(term.name()))
                .forEach(term -> reading.problems()
                        .add(
                                block.origin(),
                                place + " has no " + term.name(),
                                "add " + term.name() + ": " + term.example()));
        boolean isValid = reading.problems().size() == before;
        return Optional.of(new BlockValues(block.origin(), written, values, isValid));
    }

    @Override
    public String expected() {
        return "a block with " + names();
    }

    /** Its word of this name. */
    Optional<Term<?>> term(String word) {
        return terms.stream()
                .filter(term -> term.name().equals(word))
                .<Term<?>>map(term -> term)
                .findFirst();
    }

    private boolean isNew(Word word, Map<String, Origin> seen, Problems problems) {
        Origin first = seen.putIfAbsent(word.text(), word.origin());
        if (first != null) {
            problems.add(
                    word.origin(),
                    Display.visible(word.text()) + " stands here for the second time",
                    "the first is at " + first + "; leave one of them out");
        }
        return first == null;
    }

    private Optional<Term<?>> term(Word word, Problems problems) {
        Optional<Term<?>> known = term(word.text());
        if (known.isEmpty()) {
            problems.add(
                    word.origin(),
                    "'" + Display.visible(word.text()) + "' is no word of " + name,
                    NearestWord.didYouMean(
                                    word.text(), terms.stream().map(Term::name).toList()) + name + " knows " + names());
        }
        return known;
    }

    private String names() {
        return terms.stream().map(Term::name).collect(Collectors.joining(", "));
    }
}
