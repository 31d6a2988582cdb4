// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/** What a broken limit counts as. */
public enum Severity {
    /** The check fails, and so does the build. */
    FAIL,
    /** The check warns; the build goes on. */
    WARN;

    Outcome broken() {
        return this == FAIL ? Outcome.FAILED : Outcome.WARNED;
    }
}
