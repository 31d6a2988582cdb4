// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.DayInterval;
import io.lakecheck.partition.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The syntax of intervals, such as {@code 2d from 2026-01-05} and {@code 15m}. */
final class EveryType extends ScalarType<Every> {

    static final EveryType TYPE = new EveryType();

    private static final int HOUR = 60;

    private static final Pattern PARTS = Pattern.compile("([0-9]+) ?([dwM]) from (.*)");

    private EveryType() {
        super(
                "interval",
                "an interval such as 15m, 2d from 2026-01-05 or 2w from 2026-01-05",
                "[1-9][0-9]{0,2} ?[dwM] from [0-9]{4}-[0-9]{2}-[0-9]{2}|[1-9][0-9]{0,2} ?m");
    }

    @Override
    Every parse(String text) {
        Matcher parts = PARTS.matcher(text);
        return parts.matches()
                ? new Every(
                        Optional.of(new DayInterval(
                                Integer.parseInt(parts.group(1)),
                                unit(parts.group(2)),
                                DateType.TYPE.parse(parts.group(3)))),
                        Optional.empty())
                : new Every(Optional.empty(), Optional.of(minutes(text)));
    }

    private Period minutes(String text) {
        int count = Integer.parseInt(text.replaceAll("\\D", ""));
        if (count > HOUR || HOUR % count != 0) {
            throw new InvalidValueException(
                    defect(text) + ": an hour is not a multiple of it", "Write, for example, 5m, 10m, 15m, 20m or 30m");
        }
        return Period.minutes(count);
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "d" -> ChronoUnit.DAYS;
            case "w" -> ChronoUnit.WEEKS;
            default -> ChronoUnit.MONTHS;
        };
    }

    @Override
    InvalidValueException explain(String text) {
        if (text.matches("[1-9][0-9]{0,2} ?[dwM]")) {
            return new InvalidValueException(
                    defect(text) + ": the date to count from is missing",
                    "Write, for example, " + text + " from 2026-01-05");
        }
        if (text.matches("[0-9]+ ?h.*")) {
            return new InvalidValueException(
                    defect(text) + ": hours are not an interval between dates",
                    "List the hours of the day instead, for example hours: [0, 6, 12, 18]");
        }
        return super.explain(text);
    }
}
