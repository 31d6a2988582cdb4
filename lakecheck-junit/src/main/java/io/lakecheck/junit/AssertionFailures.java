// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Arrays;

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
            failure.setStackTrace(fromTest(failure.getStackTrace()));
            add(failure);
        }
    }

    /** Returns the stack trace without the frames of the assertion, because soft assertions print its first line. */
    private static StackTraceElement[] fromTest(StackTraceElement[] trace) {
        int start = 0;
        for (int i = 0; i < trace.length; i++) {
            if (trace[i].getClassName().equals(PartitionAssert.class.getName())) {
                start = i + 1;
            }
        }
        return Arrays.copyOfRange(trace, start, trace.length);
    }
}
