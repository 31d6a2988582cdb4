// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Outcome;

/** The place for lines that people read, such as a build log. Used by one thread at a time. */
public interface Console {

    void info(String line);

    void warn(String line);

    void error(String line);

    /** Prints a line without a prefix: a command that the build server must recognize, or text to be copied. */
    void raw(String line);

    /** Returns the text in the color of an outcome if the console shows colors. */
    default String colored(Outcome outcome, String text) {
        return text;
    }
}
