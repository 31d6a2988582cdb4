// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The pattern letters of a whole path, in order. Some are easily confused: {@code dt={yyyy-MM-DD}}, for example, seems
 * correct throughout January, because {@code DD} is the day of the year.
 *
 * @param tokens runs of the same letter, such as {@code yyyy}
 */
record PatternLetters(List<String> tokens) {

    /** @throws IllegalArgumentException if a letter is probably not the intended one */
    void check(String path) {
        refuse(path, this::isWrongDay, "is the day of the year. Write dd for the day of the month");
        refuse(path, token -> has(token, "k"), "is an hour from 1 to 24. Write HH for an hour from 00 to 23");
        refuse(path, token -> has(token, "K"), "is an hour from 0 to 11. Write HH for an hour from 00 to 23");
        refuse(
                path,
                token -> has(token, "h") && !hasAny("aB"),
                "is an hour on a 12-hour clock. Write HH for an hour from 00 to 23");
        refuse(
                path,
                token -> has(token, "Y") && !hasAny("w"),
                "is the week-based year. Write yyyy for the calendar year");
        refuse(
                path,
                token -> has(token, "yu") && hasAny("w") && !hasAny("Y"),
                "is the calendar year, which may differ from the year of the week. Write YYYY for the week-based year");
        refuse(path, token -> has(token, "m") && !hasAny("MLDw"), "means minutes. Write MM for the month");
        refuse(path, token -> has(token, "W"), "is the week of the month. Write YYYY-'W'ww for a week");
        int hour = indexOfHour();
        if (hour >= 0 && hour < tokens.size()) {
            List<String> after = tokens.subList(hour, tokens.size());
            refuse(
                    path,
                    token -> token.equals("MM") && after.contains(token) && !after.contains("dd"),
                    "is the month, not the minute, although it follows the hour. Write mm for the minute");
        }
    }

    /**
     * Returns whether a token for the day of the year was probably meant to be the day of the month. This is the case
     * if it has only two letters, or if the same path contains a month.
     */
    private boolean isWrongDay(String token) {
        return has(token, "D") && (token.length() == 2 || hasAny("ML"));
    }

    private int indexOfHour() {
        return tokens.stream()
                .filter(token -> has(token, "H"))
                .mapToInt(tokens::indexOf)
                .findFirst()
                .orElse(-1);
    }

    private void refuse(String path, Predicate<String> isWrong, String why) {
        tokens.stream().filter(isWrong).findFirst().ifPresent(token -> {
            throw new IllegalArgumentException("'" + token + "' in " + Display.visible(path) + " " + why);
        });
    }

    private boolean hasAny(String letters) {
        return tokens.stream().anyMatch(token -> has(token, letters));
    }

    private static boolean has(String token, String letters) {
        return Set.of(letters.split("")).contains(token.substring(0, 1));
    }
}
