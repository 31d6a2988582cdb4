// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Draws the columns of a window, the judged one at the right. One path holds all of a kind: a page may show thousands.
 */
final class Bars {

    static final int WIDTH = 1000;

    /** With fewer columns than this they still look like columns. */
    private static final int FEWEST = 16;

    /** How high the stump of an absent one is. */
    private static final int STUMP = 7;

    private final List<Column> newestFirst;
    private final Scale scale;
    private final double slot;

    Bars(Window window, Scale scale) {
        this.newestFirst = window.columns();
        this.scale = scale;
        this.slot = (double) WIDTH / Math.max(FEWEST, newestFirst.size());
    }

    /** The path of those that hold something; empty where there are none. */
    String filled(Predicate<Column> wanted) {
        return path(wanted.and(column -> column.amount(scale.of()).orElse(0) > 0), false);
    }

    /** The path of those that are absent or empty. */
    String absent(Predicate<Column> wanted) {
        return path(wanted.and(Column::isAbsent), true);
    }

    private String path(Predicate<Column> wanted, boolean stump) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < newestFirst.size(); i++) {
            Column column = newestFirst.get(i);
            if (wanted.test(column)) {
                OptionalLong amount = column.amount(scale.of());
                int y = stump ? Scale.HEIGHT - STUMP : Math.min(Scale.HEIGHT - 1, scale.y((double) amount.orElse(0)));
                int left = (int) Math.round(WIDTH - (i + 0.86) * slot);
                int right = (int) Math.round(WIDTH - (i + 0.14) * slot);
                path.append('M')
                        .append(left)
                        .append(' ')
                        .append(Scale.HEIGHT)
                        .append('V')
                        .append(y);
                path.append('H').append(right).append('V').append(Scale.HEIGHT).append('Z');
            }
        }
        return path.toString();
    }
}
