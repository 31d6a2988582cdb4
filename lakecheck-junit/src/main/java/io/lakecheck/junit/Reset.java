// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/**
 * When the buckets of a {@link LocalLake} are emptied. A test's own bucket (<code>${bucket}</code>) is always deleted
 * after the test.
 */
public enum Reset {
    /** After the class; buckets that only one test names are emptied after that test. */
    AFTER_CLASS,
    /** After each test. */
    AFTER_EACH,
    /** Never: to inspect what a test has written, on a server that outlives the run. */
    NEVER
}
