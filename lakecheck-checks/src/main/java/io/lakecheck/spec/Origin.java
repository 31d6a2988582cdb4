// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;

/**
 * Where a word was written, so that a problem can point at it.
 *
 * @param source what people call the place: {@code lakecheck.yml}, {@code pom.xml <datasets>},
 *     {@code KpiJobIT.writes @LakeCheck}
 * @param line from 1; 0 where the source has no lines
 * @param column from 1; 0 where the source has no columns
 */
public record Origin(String source, int line, int column) {

    /** A source as a whole. */
    public static Origin of(String source) {
        return new Origin(source, 0, 0);
    }

    /** A place in the same source; both count from 1. */
    public Origin at(int newLine, int newColumn) {
        return new Origin(source, newLine, newColumn);
    }

    /** As compilers write it, so that terminals and editors make a link of it: {@code lakecheck.yml:12:9}. */
    @Override
    public String toString() {
        return Display.visible(source) + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }
}
