// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.Optional;

/**
 * What a word's value must look like, and what is made of it. Reading never throws: what is wrong goes to the
 * {@link ReadContext}.
 *
 * @param <T> what it becomes
 */
sealed interface Type<T> permits ScalarType, ListType, NamedType, Vocabulary, CheckListType {

    /** What stands behind a name; empty, and at least one problem, where it is wrong. */
    Optional<T> read(String name, Node node, ReadContext reading);

    /** What to write, for messages and the reference: {@code a size such as 195 kB}. */
    String expected();
}
