// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Outcome;

/** A destination for human-readable lines, such as a build log. Only one thread may use it at a time. */
public interface Console {

    void info(String line);

    void warn(String line);

    void error(String line);

    /**
     * Prints a line without a prefix such as {@code [INFO]}. Used for commands to the build server and for text to be
     * copied.
     */
    void raw(String line);

    /** Returns the text in the color of an outcome, or unchanged if the console doesn't support colors. */
    default String colored(Outcome outcome, String text) {
        return text;
    }
}
