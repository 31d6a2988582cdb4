// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.List;

/**
 * A mapping of names to nodes. Duplicate names are kept, so that {@link SuiteReader} can report each with its origin.
 *
 * @param entries the named nodes in the order in which they were written; may be empty
 * @param origin the place where the mapping starts
 */
public record Block(List<Entry> entries, Origin origin) implements Node {

    public Block {
        entries = List.copyOf(entries);
    }

    @Override
    public String shape() {
        return "a mapping";
    }

    /**
     * A name and its node.
     *
     * @param name the name as written
     * @param value the node that the name maps to; an empty {@link Word} if the name has no value
     */
    public record Entry(Word name, Node value) {}
}
