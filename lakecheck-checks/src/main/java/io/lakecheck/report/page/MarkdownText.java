// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Escapes text for GitHub's Markdown. Every character that Markdown or HTML might interpret is replaced by a character
 * reference, so that the text is shown literally anywhere in a line, even in a table cell.
 */
final class MarkdownText {

    /**
     * The ASCII characters to escape: all except letters, digits, spaces, and punctuation that is common in reports and
     * has no meaning within a line. A colon is escaped unless it is between digits, as in a time, or before a space or
     * the end of the text.
     */
    private static final Pattern SPECIAL =
            Pattern.compile("[\\x00-\\x7f&&[^ A-Za-z0-9.,;/=+%():-]]|:(?! |$)(?!(?<=[0-9]:)[0-9])");

    /**
     * The positions at which an HTML comment is inserted. The comment keeps GitHub from turning text into links and
     * mentions; character references don't prevent this.
     */
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

    /**
     * Returns a table row.
     *
     * @param cells the cells, already escaped
     */
    static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
