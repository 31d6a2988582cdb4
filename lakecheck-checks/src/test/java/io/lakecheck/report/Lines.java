// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A console that remembers what it was told. */
public final class Lines implements Console {

    public final List<String> lines = new ArrayList<>();

    private final String brush;

    private Lines(String brush) {
        this.brush = brush;
    }

    /** One that paints nothing. */
    public static Lines plain() {
        return new Lines("%s");
    }

    /** One that paints with braces. */
    public static Lines painted() {
        return new Lines("{%s}");
    }

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
        return brush.formatted(word);
    }
}
