// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Escaping for GitHub's Markdown. Escaped text is shown literally anywhere in a line, including table cells: every
 * character that Markdown or HTML might interpret becomes a character reference, which neither of them interprets.
 */
final class MarkdownText {

    /**
     * All ASCII characters except those that have no meaning inside a line and are frequent in our texts; colons are
     * among the exceptions in times and before a space.
     */
    private static final Pattern SPECIAL =
            Pattern.compile("[\\x00-\\x7f&&[^ A-Za-z0-9.,;/=+%():-]]|:(?! |$)(?!(?<=[0-9]:)[0-9])");

    /** GitHub links addresses even if they are written as character references; an HTML comment interrupts them. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?<=:)(?=//)|(?<=www)(?=\\.)|(?=@)");

    private MarkdownText() {}

    static String escape(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (String piece : ADDRESS.split(raw, -1)) {
            out.append(out.isEmpty() ? "" : "<!-- -->");
            out.append(SPECIAL.matcher(piece)
                    .replaceAll(character -> "&#" + (int) character.group().charAt(0) + ";"));
        }
        return out.toString();
    }

    /** Returns a row of a table. The cells are Markdown already. */
    static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
