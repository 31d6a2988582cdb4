// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

/** What a shell signals to its caller; each shell has its own form for it. */
public enum Signal {
    /** All limits hold, or the settings tolerate what does not. */
    PASS,
    /** The data breaks a limit of the suite. */
    VIOLATED,
    /** No answer: the suite is invalid, the lake can't be read, or a report can't be written. */
    BROKEN
}
