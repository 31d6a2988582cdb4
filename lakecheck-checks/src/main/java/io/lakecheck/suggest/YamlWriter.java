// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A writer for lines of YAML that wraps comments at a fixed width. Not thread-safe. */
final class YamlWriter {

    /** The maximum width of a comment, in characters, not counting the indent. */
    private static final int WIDTH = 100;

    /** The maximum number of names to list. If there are more, only their number is added. */
    private static final int NAMED = 5;

    private final List<String> lines = new ArrayList<>();

    void line(String text) {
        lines.add(text);
    }

    /**
     * Adds a comment, wrapped over as many lines as necessary.
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

    /** Comments out all lines from the given index to the end. Each of them must be indented. */
    void commentOut(int start) {
        lines.subList(start, lines.size()).replaceAll(line -> "  # " + line.substring(2));
    }

    /** Returns the text of all comments in one line. */
    String sentences() {
        return lines.stream().map(line -> line.replaceFirst("^ *# ?", "")).collect(Collectors.joining(" "));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Returns a phrase for some of the partitions, such as {@code 27 of 28 partitions}. */
    static String partitions(long some, long all) {
        return all == 1 ? "The only partition" : (some == all ? "All " + all : some + " of " + all) + " partitions";
    }
    /**
     * Returns the names, separated by commas. If there are too many, only the first ones are listed, followed by how
     * many more there are.
     */
    static String list(List<String> names) {
        return Display.firstOf(NAMED, names);
    }
}
