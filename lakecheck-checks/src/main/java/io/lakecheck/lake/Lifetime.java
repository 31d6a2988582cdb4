// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

/**
 * How the beginning and the end of a dataset are reported, for datasets that come and go, such as those of tenants.
 *
 * @param warnsIfNew whether a dataset without earlier data causes a warning
 * @param ended the outcome for a dataset that has had no data for some time
 */
public record Lifetime(boolean warnsIfNew, Ended ended) {

    /** The outcome for a dataset that has ended. */
    public enum Ended {
        /** The checks fail as for any other absent data. */
        FAIL,
        /** A single warning; the checks are skipped. */
        WARN,
        /** The checks are skipped. */
        OK
    }
}
