// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** Handles failed assertions, which are either thrown or, for soft assertions, collected. */
@FunctionalInterface
interface AssertionFailures {

    /** Throws failures immediately. */
    AssertionFailures THROWN = failure -> {
        throw failure;
    };

    void add(AssertionError failure);

    /** Runs an assertion and handles its failure, if any. */
    default void run(Runnable assertion) {
        try {
            assertion.run();
        } catch (AssertionError failure) {
            add(failure);
        }
    }
}
