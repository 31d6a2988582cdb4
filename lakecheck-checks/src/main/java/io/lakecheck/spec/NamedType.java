// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values under names that the author chooses. One under a bad name, or under a name that was there before, is read all
 * the same, so that what is wrong with it is told too; the problem with its name refuses the suite.
 *
 * @param noun what is named, without article
 * @param value what each of them looks like
 * @param expected what to write
 * @param <T> what each of them becomes
 */
record NamedType<T>(String noun, Type<T> value, String expected) implements Type<Map<String, T>> {

    @Override
    public Optional<Map<String, T>> read(String name, Node node, ReadContext reading) {
        if (!(node instanceof Block block)) {
            reading.wrongShape(name, node, expected);
            return Optional.empty();
        }
        Map<String, Origin> seen = new HashMap<>();
        Map<String, T> values = new LinkedHashMap<>();
        for (Block.Entry entry : block.entries()) {
            String key = entry.name().text();
            String unique = isGood(entry.name(), seen, reading.problems())
                    ? key
                    : key + " at " + entry.name().origin();
            value.read(Display.visible(key), entry.value(), reading).ifPresent(read -> values.put(unique, read));
        }
        return Optional.of(values);
    }

    private boolean isGood(Word name, Map<String, Origin> seen, Problems problems) {
        String key = name.text();
        Origin first = seen.putIfAbsent(key, name.origin());
        if (first != null) {
            problems.add(
                    name.origin(),
                    "the " + noun + " " + Display.visible(key) + " stands here for the second time",
                    "the first is at " + first + "; give each a name of its own");
            return false;
        }
        if (key.isBlank() || Substitution.concerns(key)) {
            problems.add(
                    name.origin(),
                    "'" + Display.visible(key) + "' is no name of a " + noun,
                    "write a name, without variables");
            return false;
        }
        return true;
    }
}
