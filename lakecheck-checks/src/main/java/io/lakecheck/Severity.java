// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/** The effect of a violated limit. */
public enum Severity {
    /** The check fails, and so does the build. */
    FAIL,
    /** The check warns; the build continues. */
    WARN;

    Outcome broken() {
        return this == FAIL ? Outcome.FAILED : Outcome.WARNED;
    }
}
