// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The syntax of mappings whose keys are names chosen by the suite's author. The value of an invalid or duplicate name
 * is read anyway, so that problems in it are reported too.
 *
 * @param noun the kind of value for use in messages, without an article, such as {@code dataset}
 * @param value the syntax of each value
 * @param expected the phrase that follows "Expected" in messages
 * @param <T> the type of each parsed value
 */
record NamedType<T>(String noun, Type<T> value, String expected) implements Type<Map<String, T>> {

    @Override
    public Optional<Map<String, T>> read(String name, Node node, ReadContext context) {
        if (!(node instanceof Block block)) {
            context.rejectShape(name, node, expected);
            return Optional.empty();
        }
        Map<String, Origin> firsts = new HashMap<>();
        Map<String, T> values = new LinkedHashMap<>();
        for (Block.Entry entry : block.entries()) {
            String key = entry.name().text();
            String unique = isValid(entry.name(), firsts, context.problems())
                    ? key
                    : key + " at " + entry.name().origin();
            value.read(Display.visible(key), entry.value(), context).ifPresent(read -> values.put(unique, read));
        }
        return Optional.of(values);
    }

    private boolean isValid(Word name, Map<String, Origin> firsts, Problems problems) {
        String key = name.text();
        Origin first = firsts.putIfAbsent(key, name.origin());
        if (first != null) {
            problems.add(
                    name.origin(),
                    "duplicate " + noun + " '" + Display.visible(key) + "'; first defined at " + first,
                    "Rename or remove one of them");
            return false;
        }
        if (key.isBlank() || Substitution.concerns(key)) {
            problems.add(
                    name.origin(),
                    "invalid " + noun + " name '" + Display.visible(key) + "'",
                    "Expected a name that is not blank and contains no variables");
            return false;
        }
        return true;
    }
}
