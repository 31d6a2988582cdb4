// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Puts the values of variables into a text: <code>${NAME}</code>, and <code>${NAME:-default}</code> where it is unset
 * or empty; <code>$${</code> is a plain <code>${</code>. Works inside one word: a value never adds words, and is not
 * looked through for further variables. Defaults may name other variables.
 */
class Substitution {

    /** Puts nothing in: a text is what it says. */
    static final Substitution NONE = new Substitution(name -> Optional.empty()) {
        @Override
        String in(String text) {
            return text;
        }
    };

    private static final String OPEN = "${";
    private static final String ESCAPED = "$${";
    private static final String DEFAULT = ":-";
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final int DEEPEST = 8;

    private final Function<String, Optional<String>> variables;

    Substitution(Function<String, Optional<String>> variables) {
        this.variables = variables;
    }

    /** Whether there is anything to put in. */
    static boolean concerns(String text) {
        return text.contains(OPEN);
    }

    /**
     * The text with its values.
     *
     * @throws InvalidValueException where a variable is missing or badly written
     */
    String in(String text) {
        return in(text, 0);
    }

    private String in(String text, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidValueException(
                    "variables stand in each other's defaults too deep", "write the default out");
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith(ESCAPED, at)) {
                out.append(OPEN);
                at += ESCAPED.length();
            } else if (text.startsWith(OPEN, at)) {
                int end = end(text, at);
                out.append(value(text.substring(at + OPEN.length(), end), depth));
                at = end + 1;
            } else {
                out.append(text.charAt(at));
                at++;
            }
        }
        return out.toString();
    }

    private String value(String inner, int depth) {
        int split = inner.indexOf(DEFAULT);
        String name = split < 0 ? inner : inner.substring(0, split);
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValueException(
                    "'" + Display.visible(name) + "' is no name of a variable",
                    "write ${NAME} or ${NAME:-default}, and $${ for a plain ${");
        }
        Optional<String> value = variables.apply(name).filter(found -> !found.isEmpty());
        if (value.isEmpty() && split < 0) {
            throw new InvalidValueException(
                    "the variable " + name + " is not set",
                    "set it in the environment or as a property, or give a default: ${" + name + ":-default}");
        }
        return value.isPresent() ? value.get() : in(inner.substring(split + DEFAULT.length()), depth + 1);
    }

    /** Where the brace that opens behind {@code at} is closed; templates in a default have braces of their own. */
    private static int end(String text, int at) {
        int depth = 0;
        for (int i = at + 1; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new InvalidValueException(
                "${ is not closed", "write ${NAME} or ${NAME:-default}, and $${ for a plain ${");
    }
}
