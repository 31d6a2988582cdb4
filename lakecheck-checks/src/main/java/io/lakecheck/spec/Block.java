// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.List;

/**
 * Named pieces in their order. A name that stands twice is kept, so that the reader can refuse it in its place.
 *
 * @param entries in their order; may be empty
 * @param origin where it begins
 */
public record Block(List<Entry> entries, Origin origin) implements Node {

    public Block {
        entries = List.copyOf(entries);
    }

    @Override
    public String shape() {
        return "a block of names";
    }

    /**
     * One named piece.
     *
     * @param name as it was written
     * @param value an empty {@link Word} where there is none
     */
    public record Entry(Word name, Node value) {}
}
