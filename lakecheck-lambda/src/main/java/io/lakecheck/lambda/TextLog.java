// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.report.Console;
import java.io.PrintStream;

/** The function's log as plain text: one line for each finding and notice. */
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

    /** Skips blank lines, because each line is a log event. */
    @Override
    public void raw(String line) {
        if (!line.isBlank()) {
            out.println(line);
        }
    }
}
