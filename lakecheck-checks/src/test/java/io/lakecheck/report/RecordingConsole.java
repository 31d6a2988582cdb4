// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A console that records its lines, each prefixed with the first letter of its level. */
public final class RecordingConsole implements Console {

    public final List<String> lines = new ArrayList<>();

    private final String color;

    private RecordingConsole(String color) {
        this.color = color;
    }

    /** Returns a console without colors. */
    public static RecordingConsole plain() {
        return new RecordingConsole("%s");
    }

    /** Returns a console that marks colored text with braces. */
    public static RecordingConsole colored() {
        return new RecordingConsole("{%s}");
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
    public void raw(String line) {
        lines.add(line);
    }

    @Override
    public String colored(Outcome outcome, String text) {
        return color.formatted(text);
    }
}
