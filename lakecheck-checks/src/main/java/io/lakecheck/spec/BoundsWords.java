// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Limits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The pair of words {@code min} and {@code max}.
 *
 * @param min the least that is allowed
 * @param max the most that is allowed
 */
record BoundsWords(Term<Long> min, Term<Long> max) {

    /** The pair for amounts of one kind, with an example of each. */
    static BoundsWords of(Type<Long> type, String what, String least, String most) {
        return new BoundsWords(
                Term.optional("min", type, least, "The least that is allowed for " + what + "."),
                Term.optional("max", type, most, "The most that is allowed for " + what + "."));
    }

    /** A block of these two words alone. */
    Vocabulary block(String name, String doc) {
        return new Vocabulary(name, doc, List.of(min, max));
    }

    /**
     * The limits that a block states; none where it says nothing, or where what it says makes no sense, which is a
     * problem.
     */
    Limits in(BlockValues values, Problems problems) {
        Optional<Long> least = values.find(min);
        Optional<Long> most = values.find(max);
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            problems.add(values.origin(min), "min is more than max", "swap the two");
            return Limits.NONE;
        }
        return new Limits(limit(least), limit(most));
    }

    private static OptionalLong limit(Optional<Long> value) {
        return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
