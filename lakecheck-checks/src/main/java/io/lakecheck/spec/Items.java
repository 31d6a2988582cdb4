// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.List;

/**
 * A list in a suite, as written.
 *
 * @param nodes the items in order; may be empty
 * @param origin the place where the list starts
 */
public record Items(List<Node> nodes, Origin origin) implements Node {

    public Items {
        nodes = List.copyOf(nodes);
    }

    @Override
    public String shape() {
        return nodes.isEmpty() ? "empty" : "a list";
    }
}
