// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one block says: the values of those of its words that were written and are right, and where each was written.
 */
final class BlockValues {

    private final Origin origin;
    private final Map<String, Block.Entry> written;
    private final Map<Term<?>, Object> values;
    private final boolean isValid;

    BlockValues(Origin origin, Map<String, Block.Entry> written, Map<Term<?>, Object> values, boolean isValid) {
        this.origin = origin;
        this.written = Map.copyOf(written);
        this.values = Map.copyOf(values);
        this.isValid = isValid;
    }

    /** Where the block begins. */
    Origin origin() {
        return origin;
    }

    /** Where a word was written, right or wrong; the block's own place where it was not. */
    Origin origin(Term<?> term) {
        return entry(term).map(entry -> entry.name().origin()).orElse(origin);
    }

    /** Where a word's value was written, right or wrong; the block's own place where it was not. */
    Origin valueOrigin(Term<?> term) {
        return entry(term).map(entry -> entry.value().origin()).orElse(origin);
    }

    /**
     * Whether nothing in the block is wrong so far: where something is, what seems to be missing may be what is
     * mistyped.
     */
    boolean isValid() {
        return isValid;
    }

    /** Whether a word was written, right or wrong: what is wrong is not missing too. */
    boolean contains(Term<?> term) {
        return written.containsKey(term.name());
    }

    /** The names that were written under a word, right or wrong. */
    Set<String> names(Term<?> term) {
        return entry(term).map(Block.Entry::value).stream()
                .filter(Block.class::isInstance)
                .flatMap(block -> ((Block) block).entries().stream())
                .map(entry -> entry.name().text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The value that was written. */
    @SuppressWarnings("unchecked") // a term's type is what read its value
    <T> Optional<T> find(Term<T> term) {
        return Optional.ofNullable((T) values.get(term));
    }

    /** The value that was written, else the default. */
    <T> T of(Term<T> term) {
        return find(term).orElseGet(term::byDefault);
    }

    private Optional<Block.Entry> entry(Term<?> term) {
        return Optional.ofNullable(written.get(term.name()));
    }
}
