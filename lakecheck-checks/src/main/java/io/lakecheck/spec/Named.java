// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values under names that the author chooses.
 *
 * @param noun what is named, without article
 * @param value what each of them looks like
 * @param expected what to write
 * @param <T> what each of them becomes
 */
record Named<T>(String noun, Type<T> value, String expected) implements Type<Map<String, T>> {

    @Override
    public Optional<Map<String, T>> read(String name, Node node, Reading reading) {
        if (!(node instanceof Block block)) {
            reading.wrongShape(name, node, expected);
            return Optional.empty();
        }
        Map<String, Origin> seen = new HashMap<>();
        Map<String, T> values = new LinkedHashMap<>();
        for (Block.Entry entry : block.entries()) {
            String key = entry.name().text();
            // Read also where its name is wrong: whoever mends the name must not be told of the next problem only then.
            Optional<T> read = value.read(Text.visible(key), entry.value(), reading);
            Origin first = seen.putIfAbsent(key, entry.name().origin());
            if (first != null) {
                reading.problems()
                        .add(
                                entry.name().origin(),
                                "the " + noun + " " + Text.visible(key) + " stands here for the second time",
                                "the first is at " + first + "; give each a name of its own");
            } else if (key.isBlank() || Substitution.concerns(key)) {
                reading.problems()
                        .add(
                                entry.name().origin(),
                                "'" + Text.visible(key) + "' is no name of a " + noun,
                                "write a name, without variables");
            } else {
                read.ifPresent(made -> values.put(key, made));
            }
        }
        return Optional.of(values);
    }
}
