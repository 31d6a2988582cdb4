// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The kinds of stray folders, most serious first. Folders of the more serious kinds contain data that will never be
 * part of a partition.
 */
public enum StrayKind {
    /** A folder in which Hive, Spark, Flink and other tools store rows whose date is missing. */
    NO_DATE("rows without a date"),
    /** A date pattern or variable that a job did not replace, such as {@code dt=%Y-%m-%d}. */
    PLACEHOLDER("placeholder that was not replaced"),
    /** A date in the future, such as 9999-12-31 or a typo. */
    FUTURE("in the future"),
    /** A date long before the dates of all other folders, such as 1970-01-01, which results from a timestamp of 0. */
    LONG_AGO("long before all other dates"),
    /** A name with digits that does not match the location. */
    INVALID_DATE(""),
    /** Any other name. */
    OTHER(""),
    /** A recent date on which the calendar expects no data. */
    OUTSIDE_CALENDAR("outside the calendar");

    private static final Pattern DEFAULT_PARTITION = Pattern.compile(".*__[A-Z_]*(?:PARTITION|NULL)[A-Z_]*__.*");

    /** Matches the lower-case names that tools write for a missing value. */
    private static final String NO_VALUE = "null|none|nan|nil|undefined|\\\\n";

    private static final Pattern MISSING_VALUE = Pattern.compile(NO_VALUE);

    private static final Pattern MISSING_DATE =
            Pattern.compile("(?:.*[^a-z])?(?:" + NO_VALUE + "|nat|invalid.?date)(?:[^a-z].*)?|.*=");

    private static final Pattern UNEXPANDED =
            Pattern.compile(".*(?:%[-#]?[a-z]|\\$[a-z({]|[<{]|(?<![a-z])y{2,4}(?![a-z0-9])|y{2,4}mm).*");

    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");

    private final String text;

    StrayKind(String text) {
        this.text = text;
    }

    /** Returns the kind of a folder whose name does not match the location. */
    public static StrayKind ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (isDefaultPartition(name) || MISSING_DATE.matcher(lower).matches()) {
            return NO_DATE;
        }
        if (UNEXPANDED.matcher(lower).matches()) {
            return PLACEHOLDER;
        }
        return DIGIT.matcher(name).matches() ? INVALID_DATE : OTHER;
    }

    /**
     * Returns whether a name is one that tools use for the folder of rows without a date, such as
     * {@code __HIVE_DEFAULT_PARTITION__}. Such a folder is not considered hidden, even if its name begins with an
     * underscore.
     */
    public static boolean isDefaultPartition(String name) {
        return DEFAULT_PARTITION.matcher(name).matches();
    }

    /** Returns whether a whole name, such as that of a tenant, is one that tools write for rows without a value. */
    public static boolean isMissingValue(String name) {
        return isDefaultPartition(name)
                || MISSING_VALUE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /**
     * Returns whether a name is hidden: it begins with an underscore or a dot, and is not that of a default partition.
     */
    public static boolean isHidden(String name) {
        return (name.startsWith("_") || name.startsWith(".")) && !isDefaultPartition(name);
    }

    /** Returns an explanation of the kind; empty if the folder's name is self-explanatory. */
    @Override
    public String toString() {
        return text;
    }
}
