// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A key in a {@link Vocabulary}: its name, the type of its value, and its documentation.
 *
 * @param name the name as written in a suite
 * @param type the type of its value
 * @param purpose a one-line description for the reference and for editors
 * @param notes further sentences, for example about edge cases or about the behavior if the key is not set
 * @param example an example value, in YAML
 * @param fallback the default value as it would be written in a suite; empty if the key has none
 * @param required whether the key must be present
 * @param <T> the type of the parsed value
 */
record Term<T>(
        String name,
        Type<T> type,
        String purpose,
        List<String> notes,
        String example,
        Optional<String> fallback,
        boolean required) {

    Term {
        notes = List.copyOf(notes);
    }

    /** Returns a key that may be omitted and has no default. */
    static <T> Term<T> optional(String name, Type<T> type, String example, String purpose, String... notes) {
        return new Term<>(name, type, purpose, List.of(notes), example, Optional.empty(), false);
    }

    /** Returns a key that must be present. */
    static <T> Term<T> required(String name, Type<T> type, String example, String purpose, String... notes) {
        return new Term<>(name, type, purpose, List.of(notes), example, Optional.empty(), true);
    }

    /** Returns a key that has the value {@code fallback} if it is omitted. */
    static <T> Term<T> defaulting(
            String name, Type<T> type, String fallback, String example, String purpose, String... notes) {
        return new Term<>(name, type, purpose, List.of(notes), example, Optional.of(fallback), false);
    }

    /** Returns the purpose and all notes as one paragraph. */
    String description() {
        return Stream.concat(Stream.of(purpose), notes.stream()).collect(Collectors.joining(" "));
    }

    /** Returns the default value. */
    T byDefault() {
        Problems problems = new Problems();
        ReadContext context = new ReadContext(problems, Substitution.NONE);
        Optional<T> value =
                fallback.flatMap(text -> type.read(name, new Word(text, Origin.of("the default of " + name)), context));
        problems.throwIfAny();
        return value.orElseThrow(() -> new IllegalStateException(name + " has no default"));
    }
}
