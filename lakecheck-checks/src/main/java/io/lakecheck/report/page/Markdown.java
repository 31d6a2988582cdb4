// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pieces of GitHub's Markdown. Text is written so that it means itself wherever it stands in a line, in a table too:
 * what Markdown or HTML could take for a sign of theirs becomes a character reference, which neither does.
 */
final class Markdown {

    /**
     * All of ASCII but what means nothing inside a line and is in most texts of ours; colons of times and before a
     * space are.
     */
    private static final Pattern SIGN =
            Pattern.compile("[\\x00-\\x7f&&[^ A-Za-z0-9.,;/=+%():-]]|:(?! |$)(?!(?<=[0-9]:)[0-9])");

    /** Addresses become links even of character references; a comment between ends the text. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?<=:)(?=//)|(?<=www)(?=\\.)|(?=@)");

    private Markdown() {}

    static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (String piece : ADDRESS.split(raw, -1)) {
            out.append(out.isEmpty() ? "" : "<!-- -->");
            out.append(SIGN.matcher(piece)
                    .replaceAll(sign -> "&#" + (int) sign.group().charAt(0) + ";"));
        }
        return out.toString();
    }

    /** A row of a table, of pieces that are Markdown already. */
    static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
