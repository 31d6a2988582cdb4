// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/** A number in a verdict, for metrics, charts and machine-readable reports. */
public enum Figure {
    /** Total size of the checked partition in bytes. */
    BYTES,
    /** Number of objects in the checked partition. */
    OBJECTS,
    /** Seconds between the deadline and the arrival; negative if the partition arrived early. */
    LATENESS,
    /** Seconds from the last write to the time of the check. */
    AGE,
    /** Baseline in bytes or objects. */
    BASELINE,
    /** Difference from the baseline in bytes or objects. */
    CHANGE,
    /** Difference from the baseline in percent of the baseline. */
    CHANGE_PERCENT,
    /** Lower limit in bytes or objects. */
    LOWEST,
    /** Upper limit in bytes or objects. */
    HIGHEST,
    /** Difference from the baseline as a multiple of the typical deviation. */
    DEVIATION
}
