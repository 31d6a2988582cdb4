// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The syntax of lists whose elements have the same syntax. A scalar value is treated as a list with one element.
 *
 * @param item the syntax of each element
 * @param <T> the type of each parsed element
 */
record ListType<T>(ScalarType<T> item) implements Type<List<T>> {

    @Override
    public Optional<List<T>> read(String name, Node node, ReadContext context) {
        if (node instanceof Word) {
            return item.read(name, node, context).map(List::of);
        }
        if (!(node instanceof Items items)) {
            context.rejectShape(name, node, expected());
            return Optional.empty();
        }
        List<T> values = new ArrayList<>();
        for (Node each : items.nodes()) {
            item.read(name, each, context).ifPresent(values::add);
        }
        return values.size() == items.nodes().size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    @Override
    public String expected() {
        return item.expected() + ", or a list of these";
    }
}
