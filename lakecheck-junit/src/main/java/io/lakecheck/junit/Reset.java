// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/**
 * When the buckets of a {@link LocalLake} are emptied. Buckets of a test's own ({@code ${bucket}}) are always gone
 * after it.
 */
public enum Reset {
    /** After the class. */
    AFTER_CLASS,
    /** After each test. */
    AFTER_EACH,
    /** Never: to look at what a test has written, on a server that outlives the run. */
    NEVER
}
