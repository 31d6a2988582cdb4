// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How one kind of single value is written. Its pattern is also what editors check, through the suite's JSON Schema.
 *
 * @param <T> what it becomes
 */
abstract non-sealed class ScalarType<T> implements Type<T> {

    private final String noun;
    private final String expected;
    private final Pattern pattern;

    /**
     * @param noun what it is, without article: {@code size}
     * @param expected what to write: {@code a size such as 195 kB}
     * @param regex what it looks like, in the part of regular expressions that Java and JavaScript share
     */
    ScalarType(String noun, String expected, String regex) {
        this.noun = noun;
        this.expected = expected;
        this.pattern = Pattern.compile(regex);
    }

    /**
     * What a text that fits the pattern becomes.
     *
     * @throws IllegalArgumentException where it makes no sense all the same
     */
    abstract T parse(String text);

    /** What to write instead of a text that does not fit the pattern. */
    String remedy(String text) {
        return "write " + expected;
    }

    /** A wrong text as a message shows it. */
    String shown(String text) {
        return "'" + Display.visible(text) + "'";
    }

    /** The fixed words that editors should offer; none where anything may be written. */
    List<String> choices() {
        return List.of();
    }

    String regex() {
        return pattern.pattern();
    }

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public Optional<T> read(String name, Node node, ReadContext reading) {
        return reading.text(name, node, expected).flatMap(text -> {
            try {
                return Optional.of(value(text.strip()));
            } catch (IllegalArgumentException e) {
                InvalidValueException refusal = InvalidValueException.from(e);
                reading.problems().add(node.origin(), name + ": " + refusal.what(), refusal.remedy());
                return Optional.empty();
            }
        });
    }

    /**
     * What a text becomes.
     *
     * @throws IllegalArgumentException where it is wrong
     */
    final T value(String text) {
        if (!pattern.matcher(text).matches()) {
            throw new InvalidValueException(shown(text) + " is no " + noun, remedy(text));
        }
        return parse(text);
    }
}
