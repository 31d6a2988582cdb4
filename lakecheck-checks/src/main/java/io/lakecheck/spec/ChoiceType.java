// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The syntax of a choice between a few fixed words.
 *
 * @param <T> the type of the parsed value
 */
final class ChoiceType<T> extends ScalarType<T> {

    private final Map<String, T> words;
    private final List<String> inOrder;

    /**
     * @param noun the kind of value for use in messages, without an article
     * @param inOrder the words in the order in which they appear in messages
     * @param words the value that each word stands for
     */
    ChoiceType(String noun, List<String> inOrder, Map<String, T> words) {
        super(noun, Display.list(inOrder, "or"), inOrder.stream().collect(Collectors.joining("|")));
        this.inOrder = inOrder;
        this.words = words;
    }

    /** Returns a choice between the constants of an enum, written in lower case. */
    static <E extends Enum<E>> ChoiceType<E> of(String noun, Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        return new ChoiceType<>(
                noun,
                constants.stream().map(ChoiceType::word).toList(),
                constants.stream().collect(Collectors.toMap(ChoiceType::word, constant -> constant)));
    }

    @Override
    T parse(String text) {
        T value = words.get(text);
        if (value == null) {
            throw new IllegalStateException("the pattern allows a word without a value: " + text);
        }
        return value;
    }

    @Override
    InvalidValueException explain(String text) {
        return new InvalidValueException(defect(text), NearestWord.didYouMean(text, inOrder) + expectation());
    }

    @Override
    List<String> choices() {
        return inOrder;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
