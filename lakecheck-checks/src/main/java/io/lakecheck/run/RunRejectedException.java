// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

/** Thrown if a run's settings can't be carried out. The message names the reason and the remedy. */
final class RunRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RunRejectedException(String message) {
        super(message, null, false, false);
    }

    /** Rejects a run for the reason that another exception gives. */
    static RunRejectedException because(RuntimeException reason) {
        return new RunRejectedException(String.valueOf(reason.getMessage()));
    }
}
