// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;

/** A text that grows line by line, with comments that are broken where they get too wide. For one text. */
final class YamlWriter {

    /** How wide a comment may be, its indent apart. */
    private static final int WIDTH = 100;

    /** More than these are counted instead of named. */
    private static final int NAMED = 5;

    private final List<String> lines = new ArrayList<>();

    void line(String text) {
        lines.add(text);
    }

    /** @param text in which strangers' words are visible already, so that none of them ends a line */
    void comment(String indent, String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
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

    /** A few names in a sentence. */
    static String listed(List<String> names) {
        return Display.firstOf(NAMED, names);
    }
}
