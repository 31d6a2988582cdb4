// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * A piece of a suite as it was written, before anybody knows what it means: a {@link Word}, a list of {@link Items}, or
 * a {@link Block} of named pieces. Every source of words builds these; {@link SuiteReader} alone understands them.
 */
public sealed interface Node permits Word, Items, Block {

    /** Where it was written. */
    Origin origin();

    /** What people call its shape. */
    String shape();
}
