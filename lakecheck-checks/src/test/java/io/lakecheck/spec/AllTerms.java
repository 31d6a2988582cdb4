// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.stream.Stream;

/** The whole vocabulary as flat streams. */
final class AllTerms {

    private AllTerms() {}

    /**
     * Returns all mappings, outer mappings first. A mapping that is valid in several places is returned several times.
     */
    static Stream<Vocabulary> blocks() {
        return within(SuiteWords.WORDS);
    }

    /** Returns all keys in all mappings. */
    static Stream<Term<?>> terms() {
        return blocks().flatMap(words -> words.terms().stream());
    }

    private static Stream<Vocabulary> within(Type<?> type) {
        if (type instanceof Vocabulary words) {
            return Stream.concat(
                    Stream.of(words), words.terms().stream().map(Term::type).flatMap(AllTerms::within));
        }
        if (type instanceof NamedType<?> named) {
            return within(named.value());
        }
        return type instanceof CheckListType
                ? CheckListType.KINDS.stream().map(CheckKind::words).flatMap(AllTerms::within)
                : Stream.empty();
    }
}
