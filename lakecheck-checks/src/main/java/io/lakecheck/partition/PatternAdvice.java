// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.util.List;
import java.util.function.Predicate;

/** What to write instead of dates that do not identify their partition, depending on how they are shifted. */
final class PatternAdvice {

    private static final String SHIFTED_DAYS =
            "Months differ in length, so a day can't be shifted by months. Shift only"
                    + " the fields without the day, as in {yyyy-MM+1M} or FY{yyyy+9M}/{MM}/{dd}, or name a period by its last"
                    + " day: {date+1M-1d} for a month, {date+3M-1d} for a quarter or {date+12M-1d} for a year";

    private static final String SHIFTED_WITHIN_MONTH = "Years, quarters and months must start on the first day of a"
            + " month. Shift them by months only, as in FY{yyyy+9M} or {yyyy-MM+1M}";

    private static final String MISSING =
            "Check whether a field is missing, such as the year, or mistyped, such as YYYY"
                    + " instead of yyyy. Write, for example, {date}, {yyyy}/{MM}/{dd}, {date}/{HH} or {YYYY-'W'ww}";

    private PatternAdvice() {}

    static String of(List<DateField> fields) {
        if (fields.stream().anyMatch(field -> field.shift().months() != 0 && has("dD", field))) {
            return SHIFTED_DAYS;
        }
        Predicate<DateField> isCoarse = field -> has("yuMLQq", field) && !has("dDwHm", field);
        return fields.stream()
                        .anyMatch(isCoarse.and(field -> !field.shift().time().isZero()))
                ? SHIFTED_WITHIN_MONTH
                : MISSING;
    }

    private static boolean has(String letters, DateField field) {
        return field.pattern().tokens().anyMatch(token -> letters.indexOf(token.charAt(0)) >= 0);
    }
}
