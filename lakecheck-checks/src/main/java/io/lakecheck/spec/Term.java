// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.Optional;

/**
 * One word of a {@link Vocabulary}: its name, what its value looks like, and what the reference says of it.
 *
 * @param name as it is written
 * @param type of its value
 * @param doc one or two sentences for the reference and for editors
 * @param example of its value, in YAML
 * @param fallback the value that counts where it is not written, as it would be written
 * @param required whether it must be written
 * @param <T> what its value becomes
 */
record Term<T>(String name, Type<T> type, String doc, String example, Optional<String> fallback, boolean required) {

    /** A word that may be left out and then says nothing. */
    static <T> Term<T> optional(String name, Type<T> type, String example, String doc) {
        return new Term<>(name, type, doc, example, Optional.empty(), false);
    }

    /** A word that must be there. */
    static <T> Term<T> required(String name, Type<T> type, String example, String doc) {
        return new Term<>(name, type, doc, example, Optional.empty(), true);
    }

    /** A word that may be left out and then means {@code fallback}. */
    static <T> Term<T> defaulting(String name, Type<T> type, String fallback, String example, String doc) {
        return new Term<>(name, type, doc, example, Optional.of(fallback), false);
    }

    /** What counts where it is not written. */
    T byDefault() {
        Problems problems = new Problems();
        ReadContext reading = new ReadContext(problems, Substitution.NONE);
        Optional<T> value =
                fallback.flatMap(text -> type.read(name, new Word(text, Origin.of("the default of " + name)), reading));
        problems.throwIfAny();
        return value.orElseThrow(() -> new IllegalStateException(name + " has no default"));
    }
}
