// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * A part of a suite as written, not yet interpreted: a {@link Word}, a list ({@link Items}), or a {@link Block} of
 * named nodes. Suites from all sources are converted to trees of nodes, and only {@link SuiteReader} interprets the
 * trees.
 */
public sealed interface Node permits Word, Items, Block {

    /** Returns the place where the node was written. */
    Origin origin();

    /** Returns the kind of node for use in messages, such as {@code a list}. */
    String shape();
}
