// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.util.List;
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

    /** A single letter of strftime, as in {@code hour=%H}. It must be a whole value, because {@code %dd} is a byte. */
    private static final Pattern PERCENT_LETTER = Pattern.compile("(?<=[=/_.-])%-?[mdHMSjUVWuwBbFT](?=[-_./]|$)");

    /** Placeholders of shells, template engines and other tools. */
    private static final Pattern PLACEHOLDER = Pattern.compile("<[^<>/]+>|\\$\\([^/]*\\)"
            + "|(?i:\\$(?:ds|dt|date|day|month|year|hour|now|today|yesterday|\\w*_(?:ds|dt|date|day|time))(?![A-Za-z0-9_$]))"
            + "|(?i:(?<==)[\\[#@:](?:ds|dt|date|day|month|year|hour)[]#]?(?=/|$))");

    /**
     * Date patterns without the required braces. MM or DD on its own counts only if it is next to a date or follows a
     * key such as {@code month=}; otherwise, it may be a country code.
     */
    private static final Pattern LETTERS = Pattern.compile("(?<![A-Za-z0-9])(?:(?:DD|dd)?[-_.]?(?:MM|mm)?[-_.]?[yY]{4}"
            + "(?:[-_./]?(?:MM|mm))?(?:[-_./]?(?:DD|dd))?(?:[-_./T]?(?:HH|hh))?|[yY]{2}(?:MM|mm)(?:DD|dd))(?![A-Za-z0-9])"
            + "|(?i:(?<==)(?<=(?:month|mm|m)=)mm(?=/|$)|(?<=(?:day|dd|d)=)dd(?=/|$)|(?<=(?:hour|hr|hh|h)=)hh(?=/|$))"
            + "|(?<=\\{}/)(?:MM|mm|DD|dd|HH|hh)(?=/|$)|(?<=\\{}[-_.T]?)(?:MM|mm|DD|dd|HH|hh)(?![A-Za-z0-9])");

    private LiteralNames() {}

    /**
     * Checks the text outside the braces of a location.
     *
     * @throws IllegalArgumentException if part of the text was evidently meant to be a date, or if a wildcard is not
     *     after the last date
     */
    public static void check(String template) {
        String names = emptied(template);
        FileNames.checkWildcards(names, template);
        checkDates(names, "location " + Display.visible(template));
    }

    /**
     * Checks text outside braces.
     *
     * @param names the text, in which braces are empty
     * @param source the source of the text, for messages
     * @throws IllegalArgumentException if part of the text was evidently meant to be a date
     */
    static void checkDates(String names, String source) {
        for (Pattern pattern : List.of(PLACEHOLDER, PERCENT, PERCENT_LETTER, LETTERS)) {
            refuse(pattern, names, source);
        }
    }

    /** Returns the text without the content of its braces. */
    static String emptied(String template) {
        return BRACES.matcher(BUCKET.matcher(template).replaceFirst("")).replaceAll("{}");
    }

    private static void refuse(Pattern pattern, String names, String source) {
        Matcher found = pattern.matcher(names);
        if (found.find()) {
            throw new IllegalArgumentException("'" + Display.visible(found.group()) + "' in " + source
                    + " is treated as literal text, not as a date. Write dates in braces, for example {date} or"
                    + " {yyyy}/{MM}/{dd}");
        }
    }
}
