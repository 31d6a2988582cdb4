// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** What happens to failed assertions: they are thrown, or collected by soft assertions. */
@FunctionalInterface
interface AssertionFailures {

    /** Throws each failure. */
    AssertionFailures THROWN = failure -> {
        throw failure;
    };

    void add(AssertionError failure);

    /** Runs an assertion. */
    default void run(Runnable assertion) {
        try {
            assertion.run();
        } catch (AssertionError failure) {
            add(failure);
        }
    }
}
