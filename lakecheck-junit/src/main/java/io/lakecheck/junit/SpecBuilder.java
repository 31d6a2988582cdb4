// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.spec.Block;
import io.lakecheck.spec.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The base class of builders. Collects keys of the suite language and their values as text. Empty values are ignored,
 * so that the defaults apply.
 *
 * @param <T> the type of the builder itself
 */
abstract class SpecBuilder<T extends SpecBuilder<T>> {

    private final Class<T> self;
    private final Map<String, List<Object>> values = new LinkedHashMap<>();

    SpecBuilder(Class<T> self) {
        this.self = self;
    }

    T set(String key, String... texts) {
        return set(key, Stream.of(texts).filter(text -> !text.isEmpty()).toList());
    }

    T set(String key, SpecBuilder<?> block) {
        return set(key, List.of(block));
    }

    private T set(String key, List<?> parts) {
        if (!parts.isEmpty()) {
            values.put(key, List.copyOf(parts));
        }
        return self.cast(this);
    }

    List<Block.Entry> entries(NodeFactory nodes) {
        return values.entrySet().stream()
                .map(value -> nodes.entry(value.getKey(), node(value.getValue(), nodes)))
                .toList();
    }

    private static Node node(List<Object> parts, NodeFactory nodes) {
        List<Node> all = parts.stream()
                .map(part -> part instanceof SpecBuilder<?> block
                        ? nodes.block(block.entries(nodes))
                        : nodes.text(part.toString()))
                .toList();
        return all.size() == 1 ? all.get(0) : nodes.list(all);
    }
}
