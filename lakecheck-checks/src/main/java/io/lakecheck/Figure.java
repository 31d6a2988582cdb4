// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/** What a verdict's numbers mean; for metrics, charts and machines. */
public enum Figure {
    /** Total size of the judged partition, in bytes. */
    BYTES,
    /** Objects in the judged partition. */
    OBJECTS,
    /** Seconds from the deadline to the arrival; negative when early. */
    LATENESS,
    /** Seconds since the last write. */
    AGE,
    /** What the partition is compared with, in bytes or objects. */
    BASELINE,
    /** Judged minus baseline, in bytes or objects. */
    CHANGE,
    /** The same in percent of the baseline. */
    CHANGE_PERCENT,
    /** The least that would have passed, in bytes or objects. */
    LOWEST,
    /** The most that would have passed, in bytes or objects. */
    HIGHEST,
    /** How many times the usual deviation it is off. */
    DEVIATION
}
