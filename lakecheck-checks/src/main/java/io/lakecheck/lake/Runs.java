// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

/**
 * The runs that are checked if several folders or files match a partition's path, such as
 * {@code run=2026-01-02-*}{@code /}.
 */
public enum Runs {
    /** All runs. Their objects are counted together. */
    ALL,
    /** Only the run that was written last. It is considered a replacement for all earlier runs. */
    NEWEST,
    /** All runs. Each of them is checked as if it were the only one. */
    EACH
}
