// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/** Whether a dataset's location has dates: much of what one may say of a dataset makes sense for one kind alone. */
enum DatasetKind {
    DATED,
    UNDATED,
    /** The location is wrong or missing, so that nothing follows. */
    UNKNOWN
}
