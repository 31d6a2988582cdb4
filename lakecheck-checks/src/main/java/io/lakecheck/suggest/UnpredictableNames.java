// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.Collection;

/** Recognizes dated names with text before the date that can't be predicted, such as ids. */
final class UnpredictableNames {

    /** If more names than this, and most of them, are the only ones with their text, something else changes in it. */
    private static final int MOST_SINGLE = 5;

    private UnpredictableNames() {}

    /** @param groups the names, grouped by the text before the date */
    static boolean areIn(Collection<? extends Collection<?>> groups) {
        long single = groups.stream().filter(group -> group.size() == 1).count();
        return single > MOST_SINGLE
                && single * 2 > groups.stream().mapToLong(Collection::size).sum();
    }
}
