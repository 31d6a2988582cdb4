// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check of the literal text in a location, which is everything outside braces. It detects text that was evidently
 * meant to be a date, and wildcards that are not supported.
 */
public final class LiteralNames {

    private static final Pattern BUCKET = Pattern.compile("s3://[^/]*");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}");

    /** Date patterns in the syntax of strftime, which Python and shells use. */
    private static final Pattern PERCENT = Pattern.compile("%-?(?:[YyG]|F(?![0-9A-Fa-f]))(?:[-_.]?%-?[A-Za-z])*");

    private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>/]+>");

    /**
     * Date patterns without the required braces. MM or DD on its own counts only if it is next to a date or follows a
     * key such as {@code month=}; otherwise, it may be a country code.
     */
    private static final Pattern LETTERS = Pattern.compile("(?<![A-Za-z0-9])(?:(?:DD|dd)?[-_.]?(?:MM|mm)?[-_.]?[yY]{4}"
            + "(?:[-_./]?(?:MM|mm))?(?:[-_./]?(?:DD|dd))?(?:[-_./T]?(?:HH|hh))?|[yY]{2}(?:MM|mm)(?:DD|dd))(?![A-Za-z0-9])"
            + "|(?i:(?<==)(?<=(?:month|mm|m)=)mm(?=/|$)|(?<=(?:day|dd|d)=)dd(?=/|$)|(?<=(?:hour|hr|hh|h)=)hh(?=/|$))"
            + "|(?<=\\{}/)(?:MM|mm|DD|dd|HH|hh)(?=/|$)");

    private LiteralNames() {}

    /**
     * Checks the text outside the braces of a location.
     *
     * @throws IllegalArgumentException if part of the text was evidently meant to be a date, or if a wildcard is not
     *     after the last date
     */
    public static void check(String template) {
        String names = BRACES.matcher(BUCKET.matcher(template).replaceFirst("")).replaceAll("{}");
        FileNames.checkWildcards(names, template);
        refuse(PERCENT, names, template);
        refuse(PLACEHOLDER, names, template);
        refuse(LETTERS, names, template);
    }

    private static void refuse(Pattern pattern, String names, String template) {
        Matcher found = pattern.matcher(names);
        if (found.find()) {
            throw new IllegalArgumentException("'" + Display.visible(found.group()) + "' in location "
                    + Display.visible(template)
                    + " is treated as literal text, not as a date. Write dates in braces, for example {date} or"
                    + " {yyyy}/{MM}/{dd}");
        }
    }
}
