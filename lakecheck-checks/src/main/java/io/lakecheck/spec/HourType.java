// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The syntax of hours of the day, such as {@code 6} or {@code 6-22}. A range includes both hours, and may extend beyond
 * midnight.
 */
final class HourType extends ScalarType<Set<Integer>> {

    static final HourType TYPE = new HourType();

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,2})(?: ?- ?([0-9]{1,2}))?");

    private HourType() {
        super("hour", "an hour from 0 to 23, or a range of hours such as 6-22", "[0-9]{1,2}( ?- ?[0-9]{1,2})?");
    }

    @Override
    Set<Integer> parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            throw new IllegalStateException("the two patterns of hours disagree: " + text);
        }
        int first = hour(text, range.group(1));
        int last = range.group(2) == null ? first : hour(text, range.group(2));
        int count = Math.floorMod(last - first, 24) + 1;
        return IntStream.range(first, first + count).mapToObj(hour -> hour % 24).collect(Collectors.toSet());
    }

    private int hour(String text, String digits) {
        int hour = Integer.parseInt(digits);
        if (hour > 23) {
            throw new InvalidValueException(defect(text), expectation());
        }
        return hour;
    }
}
