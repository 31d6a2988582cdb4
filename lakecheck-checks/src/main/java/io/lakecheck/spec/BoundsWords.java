// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Limits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The keys {@code min} and {@code max}, which limit a quantity.
 *
 * @param min the key of the lower limit
 * @param max the key of the upper limit
 */
record BoundsWords(Term<Long> min, Term<Long> max) {

    /**
     * Returns the keys that limit a quantity.
     *
     * @param quantity the name of the quantity in the documentation, such as {@code the number of objects}
     * @param least an example value for {@code min}
     * @param most an example value for {@code max}
     */
    static BoundsWords of(Type<Long> type, String quantity, String least, String most) {
        return new BoundsWords(
                Term.optional("min", type, least, "The lower limit for " + quantity + "."),
                Term.optional("max", type, most, "The upper limit for " + quantity + "."));
    }

    /** Returns the vocabulary of a mapping that has only these two keys. */
    Vocabulary block(String name, String purpose) {
        return new Vocabulary(name, purpose, List.of(min, max));
    }

    /** Returns the limits set in a mapping. If they contradict each other, reports a problem and returns no limits. */
    Limits read(BlockValues values, Problems problems) {
        Optional<Long> least = values.find(min);
        Optional<Long> most = values.find(max);
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            problems.add(values.origin(min), "min is greater than max", "Swap the two values");
            return Limits.NONE;
        }
        return new Limits(limit(least), limit(most));
    }

    private static OptionalLong limit(Optional<Long> value) {
        return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
