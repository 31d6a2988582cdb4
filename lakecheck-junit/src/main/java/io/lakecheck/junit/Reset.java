// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/**
 * When the buckets of a {@link LocalLake} are emptied. The bucket that only one test uses (<code>${bucket}</code>) is
 * always deleted after the test.
 *
 * <p>If a constructor or a {@code @BeforeAll} method uses <code>${bucket}</code>, all tests of the class share that
 * bucket, and it is deleted after the class. It is not locked. If the tests of the class may run in parallel, it is not
 * emptied between them; {@code @Execution(SAME_THREAD)} on the class prevents this.
 */
public enum Reset {
    /**
     * After each test, so that tests don't affect each other. Objects that {@code @BeforeAll} methods wrote are kept
     * until the end of their class, unless a test overwrites them.
     */
    AFTER_EACH,
    /** After all tests of the class. Buckets that only one test uses are emptied after that test. */
    AFTER_CLASS,
    /** Never, so that the data can be inspected after the run. Useful only with a server that keeps running. */
    NEVER
}
