// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/**
 * When the buckets of a {@link LocalLake} are emptied. The bucket that only one test uses (<code>${bucket}</code>) is
 * always deleted after the test.
 */
public enum Reset {
    /**
     * After each test, so that tests don't affect each other. Objects that {@code @BeforeAll} methods wrote are kept
     * until the end of the class, unless a test overwrites them.
     */
    AFTER_EACH,
    /** After all tests of the class. Buckets that only one test uses are emptied after that test. */
    AFTER_CLASS,
    /** Never, so that the data can be inspected after the run. Useful only with a server that keeps running. */
    NEVER
}
