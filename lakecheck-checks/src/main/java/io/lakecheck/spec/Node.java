// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * A part of a suite as written, not yet interpreted: a {@link Word}, a list of {@link Items}, or a {@link Block} of
 * named nodes. Every source of suites builds these trees, and only {@link SuiteReader} interprets them.
 */
public sealed interface Node permits Word, Items, Block {

    /** Returns the place where the node was written. */
    Origin origin();

    /** Returns the node's shape as messages describe it, such as {@code a list}. */
    String shape();
}
