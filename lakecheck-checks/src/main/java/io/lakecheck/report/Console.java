// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Outcome;

/** Where lines for people go: a build's log, say. Used by one thread at a time. */
public interface Console {

    void info(String line);

    void warn(String line);

    void error(String line);

    /** A line that nothing may stand before: for the build server, which heeds it only so, or to be copied. */
    void command(String line);

    /** A word in the colour of an outcome, where the console shows colours. */
    default String painted(Outcome outcome, String word) {
        return word;
    }
}
