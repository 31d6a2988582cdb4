// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** What to do if some of a test's checks are SKIPPED. If all of them are, the test always fails. */
public enum SkipPolicy {
    /** Print a line on the console and publish a report entry. The test passes. */
    REPORT,
    /** Fail the test. */
    FAIL
}
