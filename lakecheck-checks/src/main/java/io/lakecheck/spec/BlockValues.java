// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of the valid keys in one mapping, and the origins of all its keys. */
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

    /** Returns the place where the mapping starts. */
    Origin origin() {
        return origin;
    }

    /**
     * Returns the origin of a key, even if its value is invalid. If the key is not set, returns the origin of the
     * mapping.
     */
    Origin origin(Term<?> term) {
        return entry(term).map(entry -> entry.name().origin()).orElse(origin);
    }

    /**
     * Returns the origin of a key's value, even if the value is invalid. If the key is not set, returns the origin of
     * the mapping.
     */
    Origin valueOrigin(Term<?> term) {
        return entry(term).map(entry -> entry.value().origin()).orElse(origin);
    }

    /**
     * Returns whether the mapping has no problems. If it has problems, a key that seems to be missing may just be
     * mistyped.
     */
    boolean isValid() {
        return isValid;
    }

    /** Returns whether a key is set, even if its value is invalid. */
    boolean contains(Term<?> term) {
        return written.containsKey(term.name());
    }

    /**
     * Returns all names in a nested mapping, including invalid ones.
     *
     * @param term the key whose value is the nested mapping
     */
    Set<String> names(Term<?> term) {
        return entry(term).map(Block.Entry::value).stream()
                .filter(Block.class::isInstance)
                .flatMap(block -> ((Block) block).entries().stream())
                .map(entry -> entry.name().text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns a key's value, or empty if the key is not set or its value is invalid. */
    @SuppressWarnings("unchecked") // The value was parsed by the term's own type.
    <T> Optional<T> find(Term<T> term) {
        return Optional.ofNullable((T) values.get(term));
    }

    /** Returns a key's value, or its default if the key is not set. */
    <T> T of(Term<T> term) {
        return find(term).orElseGet(term::byDefault);
    }

    private Optional<Block.Entry> entry(Term<?> term) {
        return Optional.ofNullable(written.get(term.name()));
    }
}
