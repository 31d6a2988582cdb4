// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/**
 * When the buckets of a {@link LocalLake} are emptied. A test's own bucket (<code>${bucket}</code>) is always deleted
 * after the test.
 */
public enum Reset {
    /**
     * After each test, so that no test sees what another one wrote. Objects that {@code @BeforeAll} methods wrote are
     * kept until the end of the class, unless a test overwrites them.
     */
    AFTER_EACH,
    /** After the class; buckets that only one test uses are emptied after that test. */
    AFTER_CLASS,
    /** Never, so that the data can be inspected after the run. Requires a server that keeps running. */
    NEVER
}
