// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/** A number in a verdict, for metrics, charts and machine-readable reports. */
public enum Figure {
    /** The total size of the checked partition in bytes. */
    BYTES,
    /** The number of objects in the checked partition. */
    OBJECTS,
    /** The number of seconds from the deadline to the arrival; negative if the partition arrived early. */
    LATENESS,
    /** The number of seconds from the last write to the time of the check. */
    AGE,
    /** The baseline in bytes or objects. */
    BASELINE,
    /** The difference from the baseline in bytes or objects. */
    CHANGE,
    /** The difference from the baseline as a percentage of the baseline. */
    CHANGE_PERCENT,
    /** The lower limit in bytes or objects. */
    LOWEST,
    /** The upper limit in bytes or objects. */
    HIGHEST,
    /** The difference from the baseline as a multiple of the typical deviation. */
    DEVIATION
}
