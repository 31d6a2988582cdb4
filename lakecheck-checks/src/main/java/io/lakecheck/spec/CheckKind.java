// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Check;
import java.util.Optional;

/**
 * One kind of check in the suite language: its words, and how they become a check. A new check adds one of these to
 * {@link CheckListType#KINDS}.
 *
 * @param words its vocabulary, named as the check is
 * @param maker what makes a check of them
 */
record CheckKind(Vocabulary words, Maker maker) {

    /** Makes a check of what a block says; nothing, and a problem, where that makes no sense. */
    @FunctionalInterface
    interface Maker {
        Optional<? extends Check> make(BlockValues values, DatasetKind dating, Problems problems);
    }
}
