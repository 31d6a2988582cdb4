// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Escaping for GitHub's Markdown. Every character that Markdown or HTML might interpret becomes a character reference,
 * so that the text is shown literally anywhere in a line, including table cells.
 */
final class MarkdownText {

    /**
     * All ASCII characters except letters, digits and the punctuation that is frequent in reports and has no meaning
     * within a line. A colon is left unescaped only between digits, as in a time, and before a space or the end.
     */
    private static final Pattern SPECIAL =
            Pattern.compile("[\\x00-\\x7f&&[^ A-Za-z0-9.,;/=+%():-]]|:(?! |$)(?!(?<=[0-9]:)[0-9])");

    /** GitHub turns URLs into links even if they are written as character references; an HTML comment prevents that. */
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

    /** Returns a table row. The cells must be escaped already. */
    static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
