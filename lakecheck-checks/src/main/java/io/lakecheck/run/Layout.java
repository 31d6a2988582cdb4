// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a folder below a root is named by its date: finds the template of which a path may be one. */
final class Layout {

    private static final String KEY = "((?:[A-Za-z_]+=)?)";

    private static final Pattern NESTED =
            Pattern.compile("(.*?)(?<![^/])" + KEY + "(\\d{4})/" + KEY + "(\\d{2})/" + KEY + "(\\d{2})/(.*)");

    private static final Pattern DASHED = Pattern.compile("((?:.*/)?[^/]*?)(\\d{4}-\\d{2}-\\d{2})([^/]*/)(.*)");

    private static final Pattern PLAIN = Pattern.compile("((?:.*/)?[^/]*?)(?<!\\d)(\\d{8})(?!\\d)([^/]*/)(.*)");

    private static final Pattern MONTHS = Pattern.compile("(.*?)(?<![^/])" + KEY + "(\\d{4})/" + KEY + "(\\d{2})/(.*)");

    private static final Pattern HOUR = Pattern.compile("((?:hour=|hh=|h=)?)\\d{2}/.*");

    private Layout() {}

    /** {@code dt={date}/} of {@code dt=2026-01-02/part-0}; empty where there is no date in it. */
    static Optional<String> of(String path) {
        if (path.indexOf('{') >= 0 || path.indexOf('}') >= 0 || path.indexOf('$') >= 0) {
            return Optional.empty();
        }
        Matcher nested = NESTED.matcher(path);
        if (nested.matches()) {
            String days = nested.group(1) + nested.group(2) + "{yyyy}/" + nested.group(4) + "{MM}/" + nested.group(6)
                    + "{dd}/";
            return Optional.of(days + hour(nested.group(8)));
        }
        return day(DASHED.matcher(path), "{date}")
                .or(() -> day(PLAIN.matcher(path), "{yyyyMMdd}"))
                .or(() -> month(MONTHS.matcher(path)));
    }

    private static Optional<String> day(Matcher words, String date) {
        return words.matches()
                ? Optional.of(words.group(1) + date + words.group(3) + hour(words.group(4)))
                : Optional.empty();
    }

    private static Optional<String> month(Matcher words) {
        return words.matches()
                ? Optional.of(words.group(1) + words.group(2) + "{yyyy}/" + words.group(4) + "{MM}/")
                : Optional.empty();
    }

    private static String hour(String rest) {
        Matcher hour = HOUR.matcher(rest);
        return hour.matches() ? hour.group(1) + "{HH}/" : "";
    }
}
