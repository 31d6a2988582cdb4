// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Outcome;

/** The mildest outcome that fails a run. */
public enum FailOn {
    /** The run fails if a limit is exceeded or a check could not be carried out. */
    FAIL(Outcome.FAILED),
    /** Warnings fail the run, too. */
    WARN(Outcome.WARNED),
    /** No outcome fails the run. */
    NEVER(Outcome.FAILED);

    private final Outcome least;

    FailOn(Outcome least) {
        this.least = least;
    }

    /** Returns the mildest outcome to report as a problem, even if it does not fail the run. */
    public Outcome least() {
        return least;
    }
}
