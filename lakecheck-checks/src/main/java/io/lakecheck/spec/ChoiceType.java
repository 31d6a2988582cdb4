// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of a few fixed words.
 *
 * @param <T> what it becomes
 */
final class ChoiceType<T> extends ScalarType<T> {

    private final Map<String, T> words;
    private final List<String> inOrder;

    /**
     * @param noun what it is, without article
     * @param inOrder the words as they are shown
     * @param words what each of them becomes
     */
    ChoiceType(String noun, List<String> inOrder, Map<String, T> words) {
        super(noun, "one of " + String.join(", ", inOrder), inOrder.stream().collect(Collectors.joining("|")));
        this.inOrder = inOrder;
        this.words = words;
    }

    /** An enum's constants in lower case. */
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
            throw new IllegalStateException("the pattern knows a word that has no meaning: " + text);
        }
        return value;
    }

    @Override
    String remedy(String text) {
        return NearestWord.hint(text, inOrder) + super.remedy(text);
    }

    @Override
    List<String> choices() {
        return inOrder;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
