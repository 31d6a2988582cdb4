// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.Optional;

/**
 * The grammar of the values of a key. Reading never throws an exception: problems are added to the {@link ReadContext}.
 *
 * @param <T> the type of the parsed value
 */
sealed interface Type<T> permits ScalarType, ListType, NamedType, Vocabulary, CheckListType {

    /** Returns the value of the key {@code name}; if it is invalid, adds problems and returns empty. */
    Optional<T> read(String name, Node node, ReadContext context);

    /** Returns what to write, as a phrase for messages and the reference: {@code a size such as 195 kB}. */
    String expected();
}
