// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A console that remembers what it was told; paints with braces. */
final class Lines implements Console {

    final List<String> lines = new ArrayList<>();

    @Override
    public void info(String line) {
        lines.add("I " + line);
    }

    @Override
    public void warn(String line) {
        lines.add("W " + line);
    }

    @Override
    public void error(String line) {
        lines.add("E " + line);
    }

    @Override
    public void command(String line) {
        lines.add(line);
    }

    @Override
    public String painted(Outcome outcome, String word) {
        return "{" + word + "}";
    }
}
