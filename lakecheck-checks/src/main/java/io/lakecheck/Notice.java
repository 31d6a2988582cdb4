// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/**
 * Something about a run that is no verdict: where a report was written, that metrics were not published.
 *
 * @param level how loud, and whether the build may pass
 * @param text one line
 */
public record Notice(Level level, String text) {

    /** How much a notice matters. */
    public enum Level {
        /** Good to know. */
        INFO,
        /** Something that was asked for did not happen; verdicts stand. */
        WARN,
        /** Something that was required did not happen: the build fails although verdicts stand. */
        FAIL
    }
}
