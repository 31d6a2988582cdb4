// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/** Whether a dataset's location has dates, which decides which keys are valid for the dataset. */
enum DatasetKind {
    DATED,
    UNDATED,
    /** The location is missing or invalid, so the kind cannot be determined. */
    UNKNOWN
}
