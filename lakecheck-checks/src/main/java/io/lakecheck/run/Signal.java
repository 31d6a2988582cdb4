// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

/** What a shell tells whoever started it; each shell has its own way. */
public enum Signal {
    /** All is well, or meant to be taken so. */
    PASS,
    /** The data is not what the suite asks for. */
    VIOLATED,
    /** It could not be said: the suite is wrong, the lake can't be looked at, a report can't be written. */
    BROKEN
}
