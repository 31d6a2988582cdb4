// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

/** A matcher for names with wildcards: {@code *} matches any number of characters except slashes. */
final class Wildcards {

    private Wildcards() {}

    /**
     * Returns whether the whole text matches the pattern. On a mismatch, only the most recent wildcard is extended, so
     * that the running time does not grow exponentially with the number of wildcards.
     */
    static boolean matches(String pattern, String text) {
        int at = 0;
        int inText = 0;
        int wildcard = -1;
        int extended = 0;
        while (inText < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                wildcard = at++;
                extended = inText;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(inText)) {
                at++;
                inText++;
            } else if (wildcard >= 0 && text.charAt(extended) != '/') {
                at = wildcard + 1;
                inText = ++extended;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    /** Returns the text before the first wildcard. */
    static String prefix(String pattern) {
        int wildcard = pattern.indexOf('*');
        return wildcard < 0 ? pattern : pattern.substring(0, wildcard);
    }
}
