// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.stream.Stream;

/** Walks the whole vocabulary. */
final class Everywhere {

    private Everywhere() {}

    /** Every block of words, outer ones first; one that stands in several places is there several times. */
    static Stream<Vocabulary> blocks() {
        return within(SuiteWords.WORDS);
    }

    /** Every word of every block. */
    static Stream<Term<?>> terms() {
        return blocks().flatMap(words -> words.terms().stream());
    }

    private static Stream<Vocabulary> within(Type<?> type) {
        if (type instanceof Vocabulary words) {
            return Stream.concat(
                    Stream.of(words), words.terms().stream().map(Term::type).flatMap(Everywhere::within));
        }
        if (type instanceof NamedType<?> named) {
            return within(named.value());
        }
        return type instanceof CheckListType
                ? CheckListType.KINDS.stream().map(CheckKind::words).flatMap(Everywhere::within)
                : Stream.empty();
    }
}
