// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The syntax of one kind of scalar value. Its pattern is part of the JSON schema of suites, so that editors can check
 * values too.
 *
 * @param <T> the type of the parsed value
 */
abstract non-sealed class ScalarType<T> implements Type<T> {

    private final String noun;
    private final String expected;
    private final Pattern pattern;

    /**
     * @param noun the kind of value without an article, such as {@code size}
     * @param expected the phrase that follows "Expected" in messages, such as {@code a size such as 195 kB}
     * @param regex the pattern, which uses only syntax that is valid in both Java and JavaScript
     */
    ScalarType(String noun, String expected, String regex) {
        this.noun = noun;
        this.expected = expected;
        this.pattern = Pattern.compile(regex);
    }

    /**
     * Parses text that matches the pattern.
     *
     * @throws IllegalArgumentException if the text matches the pattern but is invalid
     */
    abstract T parse(String text);

    /** Returns an exception that explains why text does not match the pattern and what to write instead. */
    InvalidValueException explain(String text) {
        return new InvalidValueException(defect(text), expectation());
    }

    /** Returns invalid text as it is quoted in messages. */
    String quote(String text) {
        return "'" + Display.visible(text) + "'";
    }

    /** Returns the values that editors suggest; empty if values are not limited to a fixed set. */
    List<String> choices() {
        return List.of();
    }

    final String regex() {
        return pattern.pattern();
    }

    @Override
    public final String expected() {
        return expected;
    }

    @Override
    public Optional<T> read(String name, Node node, ReadContext context) {
        return context.text(name, node, expected).flatMap(text -> {
            try {
                return Optional.of(value(text.strip()));
            } catch (IllegalArgumentException e) {
                InvalidValueException invalid = InvalidValueException.from(e);
                context.problems().add(node.origin(), name + ": " + invalid.what(), invalid.remedy());
                return Optional.empty();
            }
        });
    }

    /**
     * Parses text.
     *
     * @throws IllegalArgumentException if the text does not match the pattern or is invalid for another reason
     */
    final T value(String text) {
        if (!pattern.matcher(text).matches()) {
            throw explain(text);
        }
        return parse(text);
    }

    final InvalidValueException invalid(String text, String reason) {
        return new InvalidValueException(defect(text) + ": " + reason, "");
    }

    String defect(String text) {
        return quote(text) + " is not a valid " + noun;
    }

    final String expectation() {
        return "Expected " + expected;
    }
}
