// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

/** How a command ended. Each front end signals this in its own way, for example by throwing an exception. */
public enum Signal {
    /** All checks passed, or the outcomes of those that did not pass do not fail the run. */
    PASS,
    /** At least one check had an outcome that fails the run, and all data could be checked. */
    VIOLATED,
    /** The command could not complete: the suite is invalid, the lake can't be read, or a report can't be written. */
    BROKEN
}
