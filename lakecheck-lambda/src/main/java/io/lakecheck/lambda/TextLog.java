// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.report.Console;
import java.io.PrintStream;

/** Writes the function's log as plain text, with one line for each finding and notice. */
record TextLog(PrintStream out) implements Console {

    @Override
    public void info(String line) {
        raw(line);
    }

    @Override
    public void warn(String line) {
        raw(line);
    }

    @Override
    public void error(String line) {
        raw(line);
    }

    /** Skips blank lines, because each line would be a separate log event. */
    @Override
    public void raw(String line) {
        if (!line.isBlank()) {
            out.println(line);
        }
    }
}
