// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

/** Thrown if a command can't run with the given settings. The message contains the reason and the remedy. */
public final class RunRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RunRejectedException(String message) {
        super(message, null, false, false);
    }

    /** Creates an exception with the same message as another one. */
    static RunRejectedException because(RuntimeException reason) {
        return new RunRejectedException(String.valueOf(reason.getMessage()));
    }
}
