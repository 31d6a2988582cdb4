// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Outcome;

/** A destination for human-readable lines, such as a build log. Used by only one thread at a time. */
public interface Console {

    void info(String line);

    void warn(String line);

    void error(String line);

    /** Prints a line without a prefix, for example a command for the build server or text to copy. */
    void raw(String line);

    /** Returns the text in the color of an outcome, or unchanged if the console shows no colors. */
    default String colored(Outcome outcome, String text) {
        return text;
    }
}
