// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.LiteralNames;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Formats scalar values for a suggested suite. Names come from the lake and are not trusted. Everything except simple
 * names is quoted, so that YAML parsers always read it as a string.
 */
final class YamlScalar {

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./=+{}'-]*(?:://?[A-Za-z0-9_./=+{}'-]+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern KEYWORD = Pattern.compile("(?i)null|true|false|yes|no|on|off");

    private YamlScalar() {}

    /**
     * Returns a location as a YAML value, quoted unless it is simple. Use it only for values outside braces and
     * brackets.
     */
    static String location(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    /**
     * Returns text as a YAML scalar, quoted unless it is a simple name. It can be used as a key and as a value, even in
     * braces.
     */
    static String text(String text) {
        return WORD.matcher(text).matches() && !KEYWORD.matcher(text).matches() ? text : quoted(text);
    }

    /**
     * Returns whether a location in a suite can contain the text literally. It can't if the text contains invisible
     * characters, braces (which enclose dates), or anything that a suite rejects because it looks like a date or a
     * wildcard.
     */
    static boolean isRepresentable(String text) {
        try {
            LiteralNames.check(text);
        } catch (IllegalArgumentException rejected) {
            return false;
        }
        return text.codePoints()
                .noneMatch(c -> c == '{'
                        || c == '}'
                        || !Display.visible(Character.toString(c)).equals(Character.toString(c)));
    }

    /** Returns a duration such as {@code 4h} or {@code 1h30m}. */
    static String duration(Duration span) {
        String hours = span.toHours() == 0 ? "" : span.toHours() + "h";
        String minutes = span.toMinutesPart() == 0 ? "" : span.toMinutesPart() + "m";
        return hours + minutes;
    }

    /**
     * Returns text in double quotes. Number signs are escaped, because build servers interpret two of them as the start
     * of a command.
     */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        // A dollar sign before a brace is doubled, so that a date in braces is not read as a variable.
        text.replace("${", "$${").codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (c >= ' ' && c < 0x7F && c != '#') {
                out.appendCodePoint(c);
            } else {
                out.append(
                        c > 0xFFFF
                                ? String.format(Locale.ROOT, "\\U%08X", c)
                                : String.format(Locale.ROOT, "\\u%04X", c));
            }
        });
        return out.append('"').toString();
    }
}
