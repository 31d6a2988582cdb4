// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A comment or a string literal in a source file. Successive line comments count as one comment, and literals joined by
 * a plus sign count as one literal, so that phrases are found across line breaks.
 *
 * @param start the position of its first character in the source
 * @param line the line on which it starts
 * @param source the text exactly as it appears in the source
 */
record Prose(int start, int line, String source) {

    private static final String LITERAL = "\"(?:[^\"\\\\\n]|\\\\.)*+\"";

    private static final Pattern TOKEN = Pattern.compile(
            "/\\*.*?\\*/" // block comment
                    + "|//[^\n]*+(?:\n[ \t]*+//[^\n]*+)*+" // line comments
                    + "|\"\"\".*?\"\"\"" // text block
                    + "|" + LITERAL + "(?:\\s*+\\+\\s*+" + LITERAL + ")*+"
                    + "|'(?:[^'\\\\\n]|\\\\.)++'",
            Pattern.DOTALL);

    /** Returns the comments and string literals in a Java source. */
    static List<Prose> ofJava(String source) {
        return TOKEN.matcher(source)
                .results()
                .filter(token -> !token.group().startsWith("'"))
                .map(token -> of(token, source))
                .toList();
    }

    private static Prose of(MatchResult token, String source) {
        return new Prose(token.start(), 1 + breaks(source.substring(0, token.start())), token.group());
    }

    boolean isLiteral() {
        return source.startsWith("\"");
    }

    /** Returns the text without comment markers and quotes, but with the line breaks of the source. */
    String text() {
        return isLiteral()
                ? source.replaceAll("\"(\\s*)\\+(\\s*)\"", "$1$2")
                : source.replaceAll("\n[ \t]*(?://|\\*)?[ \t]*", "\n");
    }

    int end() {
        return start + source.length();
    }

    int lines() {
        return 1 + breaks(source);
    }

    /** Returns the line of the source that a position in {@link #text} is on. */
    int lineAt(int position) {
        return line + breaks(text().substring(0, position));
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
