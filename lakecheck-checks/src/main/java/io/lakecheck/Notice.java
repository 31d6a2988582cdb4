// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/**
 * A message about a run that is not a verdict, for example where a report was written or why metrics were not sent.
 *
 * @param level the importance, which also determines whether the build fails
 * @param text one line that is safe to print
 */
public record Notice(Level level, String text) {

    /** The importance of a notice. */
    public enum Level {
        /** Information only. */
        INFO,
        /** Something that was configured did not happen; the verdicts are valid. */
        WARN,
        /** Something that is required did not happen, so the build fails although the verdicts are valid. */
        FAIL
    }
}
