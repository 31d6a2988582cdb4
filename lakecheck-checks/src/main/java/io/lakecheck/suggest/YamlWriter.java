// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;

/** Lines of YAML, with comments wrapped at a fixed width. Not thread-safe. */
final class YamlWriter {

    /** Maximum width of a comment, without its indent. */
    private static final int WIDTH = 100;

    /** Longer lists end with a count. */
    private static final int NAMED = 5;

    private final List<String> lines = new ArrayList<>();

    void line(String text) {
        lines.add(text);
    }

    /**
     * Adds a comment.
     *
     * @param text the comment, without line breaks or other control characters
     */
    void comment(String indent, String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" (?!%)", -1)) {
            if (line.length() > 0 && line.length() + word.length() >= WIDTH) {
                lines.add(indent + "#" + line);
                line.setLength(0);
            }
            line.append(' ').append(word);
        }
        lines.add(indent + "#" + line);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Returns the first names, and how many more there are. */
    static String list(List<String> names) {
        return Display.firstOf(NAMED, names);
    }
}
