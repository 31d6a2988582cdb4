// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * The kinds of datasets, depending on whether the location contains dates. The kind determines which keys are valid for
 * the dataset.
 */
enum DatasetKind {
    DATED,
    UNDATED,
    /** The location is missing or invalid, so the kind cannot be determined. */
    UNKNOWN
}
