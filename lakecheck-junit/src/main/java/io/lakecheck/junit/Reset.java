// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/**
 * When the buckets of a {@link LocalLake} are emptied. A test's own bucket (<code>${bucket}</code>) is always deleted
 * after the test.
 */
public enum Reset {
    /** After the class; buckets that only one test uses are emptied after that test. */
    AFTER_CLASS,
    /** After each test. */
    AFTER_EACH,
    /** Never, so that the data can be inspected after the run. Requires a server that keeps running. */
    NEVER
}
