// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Outcome;

/** An output for lines that people read, such as a build log. It is used by one thread at a time. */
public interface Console {

    void info(String line);

    void warn(String line);

    void error(String line);

    /** Prints a line without a prefix, such as a command for the build server or text that users copy. */
    void raw(String line);

    /** Returns the text in the color of an outcome, or unchanged if the console shows no colors. */
    default String colored(Outcome outcome, String text) {
        return text;
    }
}
