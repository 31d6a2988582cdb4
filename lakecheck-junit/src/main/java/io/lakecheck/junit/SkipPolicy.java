// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** What happens to a test in which some checks are SKIPPED. If all of them are, the test always fails. */
public enum SkipPolicy {
    /** Prints a line on the console and publishes a report entry; the test passes. */
    REPORT,
    /** Fails the test. */
    FAIL
}
