// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How words stand in a suite. What a stranger named is quoted wherever it is more than letters, so that it can be
 * nothing but a text.
 */
final class YamlScalar {

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./=+{}'-]*(?:://?[A-Za-z0-9_./=+{}'-]+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern NOTHING = Pattern.compile("(?i)null|true|false|yes|no|on|off");

    private YamlScalar() {}

    /** An address in a line of its own. */
    static String address(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    /** A text between braces, or a name. */
    static String word(String text) {
        return WORD.matcher(text).matches() && !NOTHING.matcher(text).matches() ? text : quoted(text);
    }

    /**
     * Whether it is fit to stand in a suite: it holds nothing that people could not see, and no braces, which are for
     * dates.
     */
    static boolean isSayable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == '{'
                        || c == '}'
                        || !Display.visible(Character.toString(c)).equals(Character.toString(c)));
    }

    /** {@code 4h}, {@code 1h30m}. */
    static String duration(Duration span) {
        String hours = span.toHours() == 0 ? "" : span.toHours() + "h";
        String minutes = span.toMinutesPart() == 0 ? "" : span.toMinutesPart() + "m";
        return hours + minutes;
    }

    /** The number sign is escaped for the sake of build servers, which take two of them for a command. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        // A date may follow a dollar, and no variable is meant.
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
