// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.DayInterval;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The syntax of intervals between dates, such as {@code 2d from 2026-01-05}. */
final class IntervalType extends ScalarType<DayInterval> {

    static final IntervalType TYPE = new IntervalType();

    private static final Pattern PARTS = Pattern.compile("([0-9]+) ?([dwM]) from (.*)");

    private IntervalType() {
        super(
                "interval",
                "an interval such as 2d from 2026-01-05 or 2w from 2026-01-05",
                "[1-9][0-9]{0,2} ?[dwM] from [0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    @Override
    DayInterval parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("the two patterns of intervals disagree: " + text);
        }
        return new DayInterval(
                Integer.parseInt(parts.group(1)), unit(parts.group(2)), DateType.TYPE.parse(parts.group(3)));
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
        return MistypedInterval.of(text)
                .map(mistyped -> new InvalidValueException(defect(text) + mistyped.reason(), mistyped.remedy()))
                .orElseGet(() -> super.explain(text));
    }
}
