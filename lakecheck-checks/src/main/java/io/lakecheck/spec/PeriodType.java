// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The syntax of the length of a partition in minutes, such as {@code 15m}. */
final class PeriodType extends ScalarType<Period> {

    static final PeriodType TYPE = new PeriodType();

    private static final Pattern MINUTES = Pattern.compile("(?i)(?:PT)?([1-9][0-9]{0,3}) ?(?:m|mins?|minutes?)?");

    private PeriodType() {
        super("period", "minutes that divide an hour evenly, such as 5m, 15m or 30m", "([1-6]|10|12|15|20|30|60) ?m");
    }

    @Override
    Period parse(String text) {
        return Period.minutes(Integer.parseInt(text.replaceAll("\\D", "")));
    }

    @Override
    InvalidValueException explain(String text) {
        Matcher minutes = MINUTES.matcher(text);
        if (minutes.matches()) {
            String written = minutes.group(1) + "m";
            return written.matches(regex())
                    ? new InvalidValueException(defect(text), "Write " + written)
                    : new InvalidValueException(
                            defect(text) + ": it does not divide an hour evenly",
                            "Write, for example, 5m, 10m, 15m, 20m or 30m");
        }
        return new InvalidValueException(
                defect(text), expectation() + ". Longer periods follow from the dates in the location");
    }
}
