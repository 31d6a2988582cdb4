// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.spec.Block;
import io.lakecheck.spec.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words of the suite language said in code, to the letter. Empty ones are not said.
 *
 * @param <T> the block that they belong to
 */
abstract class SpecBuilder<T extends SpecBuilder<T>> {

    private final Class<T> self;
    private final Map<String, List<Object>> words = new LinkedHashMap<>();

    SpecBuilder(Class<T> self) {
        this.self = self;
    }

    T say(String word, String... values) {
        List<Object> said = new ArrayList<>();
        for (String value : values) {
            if (!value.isEmpty()) {
                said.add(value);
            }
        }
        return say(word, said);
    }

    T say(String word, SpecBuilder<?> block) {
        return say(word, List.of(block));
    }

    private T say(String word, List<?> values) {
        if (!values.isEmpty()) {
            words.put(word, List.copyOf(values));
        }
        return self.cast(this);
    }

    List<Block.Entry> entries(JavaWords origin) {
        return words.entrySet().stream()
                .map(said -> origin.entry(said.getKey(), node(said.getValue(), origin)))
                .toList();
    }

    private static Node node(List<Object> values, JavaWords origin) {
        List<Node> nodes = values.stream()
                .map(value -> value instanceof SpecBuilder<?> block
                        ? origin.block(block.entries(origin))
                        : origin.text(value.toString()))
                .toList();
        return nodes.size() == 1 ? nodes.get(0) : origin.list(nodes);
    }
}
