// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.List;

/**
 * A list.
 *
 * @param nodes in their order; may be empty
 * @param origin where it begins
 */
public record Items(List<Node> nodes, Origin origin) implements Node {

    public Items {
        nodes = List.copyOf(nodes);
    }

    @Override
    public String shape() {
        return "a list";
    }
}
