// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Outcome;

/** From which outcome on a shell signals trouble. */
public enum FailOn {
    /** Broken limits, and what could not be looked at. */
    FAIL(Outcome.FAILED),
    /** Warnings too. */
    WARN(Outcome.WARNED),
    /** No outcome at all: for those who only want to be told. */
    NEVER(Outcome.FAILED);

    private final Outcome least;

    FailOn(Outcome least) {
        this.least = least;
    }

    /** The least outcome that is trouble, signalled or only told. */
    public Outcome least() {
        return least;
    }
}
