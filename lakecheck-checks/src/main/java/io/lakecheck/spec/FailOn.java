// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Outcome;

/** The least severe outcome that fails a run. */
public enum FailOn {
    /** The run fails if a check fails or cannot be completed. */
    FAIL(Outcome.FAILED),
    /** The run also fails if there are warnings. */
    WARN(Outcome.WARNED),
    /** The run never fails because of an outcome. */
    NEVER(Outcome.FAILED);

    private final Outcome least;

    FailOn(Outcome least) {
        this.least = least;
    }

    /**
     * Returns the least severe outcome that reports highlight as a problem. With {@link #NEVER}, even such an outcome
     * does not fail the run.
     */
    public Outcome least() {
        return least;
    }
}
