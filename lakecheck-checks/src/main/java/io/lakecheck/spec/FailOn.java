// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Outcome;

/** The mildest outcome that fails a run. */
public enum FailOn {
    /** Broken limits, and checks that could not be carried out. */
    FAIL(Outcome.FAILED),
    /** Warnings, too. */
    WARN(Outcome.WARNED),
    /** No outcome: the run only reports. */
    NEVER(Outcome.FAILED);

    private final Outcome least;

    FailOn(Outcome least) {
        this.least = least;
    }

    /** Returns the mildest outcome to report as a problem, whether it fails the run or not. */
    public Outcome least() {
        return least;
    }
}
