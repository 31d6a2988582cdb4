// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The substitution of variables in text. A variable is written as <code>${NAME}</code>. A default may follow the name,
 * as in <code>${NAME:-default}</code>. The default is used if the variable is not set or empty, and may itself contain
 * variables. To write a literal <code>${</code>, use <code>$${</code>. Values are inserted unchanged: they can't add
 * keys to a suite, and variables in them are not substituted.
 */
class Substitution {

    /** A substitution that leaves every string unchanged. */
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
    private static final String SYNTAX = "Expected ${NAME} or ${NAME:-default}; write $${ for a literal ${";

    private final Variables variables;

    Substitution(Variables variables) {
        this.variables = variables;
    }

    /** Returns whether a string contains variables. */
    static boolean concerns(String text) {
        return text.contains(OPEN);
    }

    /**
     * Returns a string in which variables are replaced by their values.
     *
     * @throws InvalidValueException if a variable is not set or its syntax is invalid
     */
    String in(String text) {
        return in(text, 0);
    }

    private String in(String text, int depth) {
        if (depth > DEEPEST) {
            throw new InvalidValueException(
                    "defaults are nested more than " + DEEPEST + " levels deep",
                    "Write the value without nested defaults");
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
            throw new InvalidValueException("invalid variable name '" + Display.visible(name) + "'", SYNTAX);
        }
        Optional<String> value = variables.apply(name).filter(found -> !found.isEmpty());
        if (value.isEmpty() && split < 0) {
            throw new InvalidValueException(
                    "variable " + name + " is not set",
                    "Set it " + variables.places() + ", or provide a default: ${" + name + ":-default}");
        }
        return value.isPresent() ? value.get() : in(inner.substring(split + DEFAULT.length()), depth + 1);
    }

    /** Returns the position of the closing brace. The default before it may itself contain braces. */
    private static int end(String text, int at) {
        int depth = 0;
        for (int i = at + 1; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new InvalidValueException("'${' is not closed", SYNTAX);
    }
}
