// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The syntax of durations in whole seconds, such as {@code 26h}, {@code 1h30m}, {@code 2d} and {@code PT26H}. A day is
 * 24 hours.
 */
final class DurationType extends ScalarType<Duration> {

    static final DurationType TYPE = new DurationType();

    private static final Pattern SHORT =
            Pattern.compile("(?:([0-9]+)d)? ?(?:([0-9]+)h)? ?(?:([0-9]+)m)? ?(?:([0-9]+)s)?");

    /**
     * The maximum duration, which is about ten years. A longer one is surely a mistake. The limit also prevents
     * overflows when a duration is added to a date.
     */
    private static final Duration LONGEST = Duration.ofDays(3660);

    private DurationType() {
        super(
                "duration",
                "a duration such as 26h, 90m, 1h30m, 2d or PT26H",
                "0|P(?=[0-9T])([0-9]{1,9}D)?(T(?=[0-9])([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}S)?)?"
                        + "|(?=[0-9])([0-9]{1,9}d)?( ?[0-9]{1,9}h)?( ?[0-9]{1,9}m)?( ?[0-9]{1,9}s)?");
    }

    @Override
    Duration parse(String text) {
        Duration duration =
                text.equals("0") ? Duration.ZERO : text.startsWith("P") ? Duration.parse(text) : parseShort(text);
        if (duration.compareTo(LONGEST) > 0) {
            throw new InvalidValueException("'" + text + "' is longer than ten years", "Expected at most 3660d");
        }
        return duration;
    }

    @Override
    InvalidValueException explain(String text) {
        if (text.matches("[0-9]+")) {
            return invalid(text, "the unit is missing (write " + text + "h, " + text + "m or " + text + "s)");
        }
        return text.contains("-")
                ? new InvalidValueException(defect(text) + ": it is negative", expectation())
                : super.explain(text);
    }

    private static Duration parseShort(String text) {
        Matcher parts = SHORT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("the two patterns of durations disagree: " + text);
        }
        return Duration.ofDays(number(parts, 1))
                .plusHours(number(parts, 2))
                .plusMinutes(number(parts, 3))
                .plusSeconds(number(parts, 4));
    }

    private static long number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
