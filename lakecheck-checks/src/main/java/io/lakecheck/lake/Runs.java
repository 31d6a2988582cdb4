// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

/**
 * The choice of the runs that count if several folders or files match the path of a partition, such as
 * {@code run=2026-01-02-*}{@code /}.
 */
public enum Runs {
    /** All runs, added up. */
    ALL,
    /** The run that was written last, because a later run replaces earlier ones. */
    NEWEST
}
