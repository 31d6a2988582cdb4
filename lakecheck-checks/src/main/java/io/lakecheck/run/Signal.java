// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

/** How a command ended. Each front end reports this in its own way, for example as an exception. */
public enum Signal {
    /** All checks passed, or the settings tolerate those that did not. */
    PASS,
    /** At least one check failed. */
    VIOLATED,
    /** The command could not complete: the suite is invalid, the lake can't be read, or a report can't be written. */
    BROKEN
}
