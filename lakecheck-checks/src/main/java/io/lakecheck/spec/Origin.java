// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;

/**
 * The place where something was written, so that a problem can point to it.
 *
 * @param source the name of the source in messages: {@code lakecheck.yml}, {@code pom.xml <datasets>},
 *     {@code KpiJobIT.writes @LakeCheck}
 * @param line the line, from 1; 0 if the source has no lines
 * @param column the column, from 1; 0 if the source has no columns
 */
public record Origin(String source, int line, int column) {

    /** Returns the origin of something that is a source as a whole. */
    public static Origin of(String source) {
        return new Origin(source, 0, 0);
    }

    /** Returns a place in the same source. Lines and columns count from 1. */
    public Origin at(int newLine, int newColumn) {
        return new Origin(source, newLine, newColumn);
    }

    /** Returns the form that compilers use, which terminals and editors make clickable: {@code lakecheck.yml:12:9}. */
    @Override
    public String toString() {
        return Display.visible(source) + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }
}
