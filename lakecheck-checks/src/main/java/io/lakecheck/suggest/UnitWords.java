// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words before numbers in the names of folders that state their unit, such as {@code week=}. */
final class UnitWords {

    /** Matches the number of a quarter after text that names a quarter. */
    private static final Pattern QUARTER = Pattern.compile("(?i:(?<![a-z])q(?:uarter|tr)?[=_-]?)\\{Q}");

    /** Matches an hour, day, week or month after text that names a quarter or a period. */
    private static final Pattern OTHER_UNIT = Pattern.compile(
            "(?i:(?<![a-z])(?:q(?:uarter|tr)?|p(?:eriod)?)[=_-]?)\\{[Hdw]+}|(?i:(?<![a-z])q(?:uarter|tr)?[=_-]?)\\{M+}");

    /** Matches numbers of a single unit after words that state one. */
    private static final List<Word> WORDS = List.of(
            new Word("hour|hr|hh|h", "H", "H"),
            new Word("day|dd|d", "d", "d"),
            new Word("week|ww|w", "w", "wd"),
            new Word("month|mon|mm|m", "M", "M"));

    private static final Pattern UNIT = Pattern.compile(
            "(?i:hour|hr|hh|day|dd|week|ww|month|mon|mm|quarter|qtr|year|yr|yyyy|yy|period|date|dt|ymd)s?");

    private UnitWords() {}

    /** Returns whether a word only states the unit of a number or date after it. */
    static boolean isUnit(String word) {
        return UNIT.matcher(word).matches();
    }

    /** Returns whether the numbers in a template have the units that the words before them state. */
    static boolean agree(String template) {
        return (!template.contains("{Q}") || QUARTER.matcher(template).find())
                && !OTHER_UNIT.matcher(template).find()
                && WORDS.stream().allMatch(word -> word.agrees(template));
    }

    /**
     * A word that states a unit.
     *
     * @param single matches the word before a number of a single unit
     * @param whole matches the word before a whole date. A week may be named by one of its days.
     */
    private record Word(Pattern single, String letter, Pattern whole, String letters) {

        Word(String words, String letter, String letters) {
            this(
                    Pattern.compile("(?i:(?<![a-z0-9])(?:" + words + ")[=_-]?)\\{([HdwM]+)}"),
                    letter,
                    Pattern.compile("(?i:(?<![a-z0-9])(?:" + words.substring(0, words.indexOf('|')) + ")=)\\{([^}]+)}"),
                    letters);
        }

        boolean agrees(String template) {
            Matcher number = single.matcher(template);
            Matcher date = whole.matcher(template.replace("{date}", "{yyyy-MM-dd}"));
            return number.results().allMatch(match -> match.group(1).startsWith(letter))
                    && date.results().allMatch(match -> match.group(1).matches(".*[" + letters + "].*"));
        }
    }
}
