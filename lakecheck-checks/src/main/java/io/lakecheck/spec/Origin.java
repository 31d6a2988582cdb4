// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;

/**
 * The place where something was written, so that a problem can point to it.
 *
 * @param source the name of the source as shown in messages, such as {@code lakecheck.yml}, {@code pom.xml <datasets>}
 *     or {@code KpiJobIT.writes @LakeCheck}
 * @param line the line, counted from 1; 0 if the source has no lines
 * @param column the column, counted from 1; 0 if the source has no columns
 */
public record Origin(String source, int line, int column) {

    /** Returns the origin of a source as a whole. */
    public static Origin of(String source) {
        return new Origin(source, 0, 0);
    }

    /** Returns another place in the same source. Lines and columns are counted from 1. */
    public Origin at(int newLine, int newColumn) {
        return new Origin(source, newLine, newColumn);
    }

    /**
     * Returns the origin in the form that compilers use, such as {@code lakecheck.yml:12:9}, because terminals and
     * editors make it clickable.
     */
    @Override
    public String toString() {
        return Display.visible(source) + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }
}
