// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Check;
import java.util.Optional;

/**
 * A kind of check in the suite language: its keys, and the function that builds the check. To add a kind of check, add
 * an instance to {@link CheckListType#KINDS}.
 *
 * @param words the keys of the check, in a vocabulary that is named after the check
 * @param maker the function that builds the check from the values of a mapping
 */
record CheckKind(Vocabulary words, Maker maker) {

    /** Builds a check from the values of a mapping. If they are invalid, reports a problem and returns empty. */
    @FunctionalInterface
    interface Maker {
        Optional<? extends Check> make(BlockValues values, DatasetKind kind, Problems problems);
    }
}
