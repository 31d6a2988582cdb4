// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.Optional;

/**
 * The syntax of a key's values. Reading never throws an exception; instead, problems are added to the
 * {@link ReadContext}.
 *
 * @param <T> the type of the parsed value
 */
sealed interface Type<T> permits ScalarType, ListType, NamedType, Vocabulary, CheckListType {

    /**
     * Returns the value of a key. If the value is invalid, adds problems and returns empty.
     *
     * @param name the path of the key in messages, such as {@code delta.drop}
     */
    Optional<T> read(String name, Node node, ReadContext context);

    /**
     * Returns a phrase that describes the valid values, for messages and the reference, such as {@code a size such as
     * 195 kB}.
     */
    String expected();
}
