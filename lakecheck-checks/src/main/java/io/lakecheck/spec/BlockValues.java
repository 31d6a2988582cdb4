// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of the valid keys of one mapping, and the origin of every key. */
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

    /** Returns where the mapping starts. */
    Origin origin() {
        return origin;
    }

    /** Returns the origin of a key, valid or not; the mapping's own if the key is not set. */
    Origin origin(Term<?> term) {
        return entry(term).map(entry -> entry.name().origin()).orElse(origin);
    }

    /** Returns the origin of a key's value, valid or not; the mapping's own if the key is not set. */
    Origin valueOrigin(Term<?> term) {
        return entry(term).map(entry -> entry.value().origin()).orElse(origin);
    }

    /** Returns whether the mapping has no problems. If it has, a key that seems to be missing may just be mistyped. */
    boolean isValid() {
        return isValid;
    }

    /** Returns whether a key is set, to a valid value or not. */
    boolean contains(Term<?> term) {
        return written.containsKey(term.name());
    }

    /** Returns the names below a key, valid or not. */
    Set<String> names(Term<?> term) {
        return entry(term).map(Block.Entry::value).stream()
                .filter(Block.class::isInstance)
                .flatMap(block -> ((Block) block).entries().stream())
                .map(entry -> entry.name().text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the value of a key; empty if it is not set or invalid. */
    @SuppressWarnings("unchecked") // the value was read by the type of its term
    <T> Optional<T> find(Term<T> term) {
        return Optional.ofNullable((T) values.get(term));
    }

    /** Returns the value of a key, or its default. */
    <T> T of(Term<T> term) {
        return find(term).orElseGet(term::byDefault);
    }

    private Optional<Block.Entry> entry(Term<?> term) {
        return Optional.ofNullable(written.get(term.name()));
    }
}
