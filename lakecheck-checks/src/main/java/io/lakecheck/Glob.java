// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.regex.Pattern;

/**
 * The patterns that people know from shells: {@code *} within a name, {@code **} across slashes, {@code ?} one character,
 * {@code {a,b}} either. The JDK's own go through {@link java.nio.file.Path}, which refuses keys that a lake may hold.
 */
public final class Glob {

    private Glob() {}

    /** Whether the whole text fits the pattern. */
    public static boolean matches(String glob, String text) {
        return Pattern.compile(regex(glob), Pattern.DOTALL).matcher(text).matches();
    }

    static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '{') {
                regex.append("(?:");
                depth++;
            } else if (c == '}' && depth > 0) {
                regex.append(')');
                depth--;
            } else if (c == ',' && depth > 0) {
                regex.append('|');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.append(")".repeat(depth)).toString();
    }
}
