// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dated folders in an object's key. For example, {@code daily/dt=2026-01-02/hour=03/part-0} consists of the folder
 * {@code daily/}, the name {@code dt=} with the value {@code 2026-01-02}, and the name {@code hour=} with the value
 * {@code 03}. The rest is ignored.
 *
 * @param above the folders before the first date, ending with a slash, or empty if there are none
 * @param names the text before each value; an empty string if there is none
 * @param values the strings that look like a date or part of one
 */
record DatedPath(String above, List<String> names, List<String> values) {

    private static final String DATE =
            "(?:19|20)[0-9]{2}(?:-[0-9]{1,2}-[0-9]{1,2}(?:[-T][0-9]{2})?|-W[0-9]{2}|-[0-9]{2}|[0-9]{6}|[0-9]{4}|[0-9]{2})?";

    private static final Pattern FIRST = Pattern.compile("([^{}]{0,100}?(?<![0-9]))(" + DATE + ")");

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    /**
     * Matches dated folders after the first one. The key before the equals sign must be a unit of time, so
     * {@code bucket=03} is not an hour.
     */
    private static final Pattern NEXT = Pattern.compile(
            "((?i:(?:[a-z]+_)?(?:month|mon|mm|m|day|dd|d|hour|hr|hh|h|week|ww|w|date|dt)=)?)([0-9]{1,2}|W[0-9]{2}|"
                    + DATE + ")");

    /** The maximum number of dated folders in a key: year, month, day and hour. */
    private static final int DEEPEST = 4;

    /**
     * Returns the dated folders in a key, or empty if no folder looks like a date or if the first one that does is in a
     * hidden folder. A year on its own is used only if no other date follows. For example, the year in
     * {@code sap-2000/kpi/dt=2026-01-02/} is part of a name.
     */
    static Optional<DatedPath> of(String key) {
        return of(key, 0);
    }

    private static Optional<DatedPath> of(String key, int from) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        int start = from;
        int above = from;
        for (int slash = key.indexOf('/', start);
                slash >= 0 && names.size() < DEEPEST;
                slash = key.indexOf('/', start)) {
            Matcher folder = (names.isEmpty() ? FIRST : NEXT).matcher(key.substring(start, slash));
            if (folder.matches()) {
                names.add(folder.group(1));
                values.add(folder.group(2));
            } else if (!names.isEmpty() || key.startsWith("_", start) || key.startsWith(".", start)) {
                break;
            } else {
                above = slash + 1;
            }
            start = slash + 1;
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        DatedPath path = new DatedPath(key.substring(0, above), List.copyOf(names), List.copyOf(values));
        return path.isYearAlone()
                ? of(key, above + path.path(1).length()).or(() -> Optional.of(path))
                : Optional.of(path);
    }

    /**
     * Returns whether the path begins with a year that is not followed by a month, week or day. Another year after it
     * doesn't count.
     */
    boolean isYearAlone() {
        return isYear(values.get(0)) && (depth() == 1 || isYear(values.get(1)));
    }

    private static boolean isYear(String value) {
        return YEAR.matcher(value).matches();
    }

    /**
     * Returns this path with its first dated folder treated as an ordinary one, or empty if there is only one dated
     * folder.
     */
    Optional<DatedPath> withoutFirstDate() {
        return depth() == 1
                ? Optional.empty()
                : Optional.of(new DatedPath(above + path(1), names.subList(1, depth()), values.subList(1, depth())));
    }

    int depth() {
        return names.size();
    }

    /** Returns the key down to the last dated folder, ending with a slash. */
    String fullPath() {
        return above + path(depth());
    }

    /** Returns the path of the first {@code depth} dated folders, relative to {@link #above}, ending with a slash. */
    String path(int depth) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            path.append(names.get(i)).append(values.get(i)).append('/');
        }
        return path.toString();
    }
}
