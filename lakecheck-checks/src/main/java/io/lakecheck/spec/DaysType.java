// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.DayOfMonth;
import io.lakecheck.partition.Days;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The syntax of days on which data is expected: English names of weekdays, in full or shortened to three letters,
 * common groups of them such as {@code weekdays}, and days of the month such as {@code 15th}, {@code last day},
 * {@code first monday} and {@code last workday}.
 */
final class DaysType extends ScalarType<Days> {

    /** The ordinals in words. {@code 2nd monday} is also valid. */
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    private static final String LAST = "last";

    private static final Map<String, Set<DayOfWeek>> WEEKDAYS = weekdays();

    private static final String NUMBER = "1st|2nd|3rd|([4-9]|1[0-9]|20|2[4-9]|30)th|21st|22nd|23rd|31st";

    static final DaysType TYPE = new DaysType();

    private DaysType() {
        super(
                "day",
                "a day such as mon, weekdays, 1st, last day, first monday or last workday",
                String.join("|", WEEKDAYS.keySet()) + "|" + NUMBER + "|(" + String.join("|", ORDINALS)
                        + "|1st|2nd|3rd|4th|" + LAST + ") (day|workday|" + String.join("|", names()) + ")");
    }

    @Override
    Days parse(String text) {
        int space = text.indexOf(' ');
        if (space > 0) {
            return Days.monthly(ofMonth(ordinal(text.substring(0, space)), text.substring(space + 1)));
        }
        return WEEKDAYS.containsKey(text)
                ? Days.weekly(WEEKDAYS.get(text))
                : Days.monthly(DayOfMonth.day(ordinal(text)));
    }

    private static DayOfMonth ofMonth(int ordinal, String counted) {
        return switch (counted) {
            case "day" -> DayOfMonth.day(ordinal);
            case "workday" -> DayOfMonth.workday(ordinal);
            default -> new DayOfMonth(ordinal, WEEKDAYS.getOrDefault(counted, Set.of()), false);
        };
    }

    private static int ordinal(String text) {
        if (text.equals(LAST)) {
            return DayOfMonth.LAST;
        }
        return ORDINALS.contains(text) ? ORDINALS.indexOf(text) + 1 : Integer.parseInt(text.replaceAll("\\D", ""));
    }

    @Override
    InvalidValueException explain(String text) {
        return MistypedDay.of(text)
                .map(mistyped -> new InvalidValueException(defect(text) + mistyped.reason(), mistyped.remedy()))
                .orElseGet(() -> new InvalidValueException(
                        defect(text), NearestWord.didYouMean(text, examples()) + expectation()));
    }

    /** Returns whether text is valid. */
    static boolean isDay(String text) {
        return text.matches(TYPE.regex());
    }

    /** Returns common days, because there are too many for an editor to list all of them. */
    @Override
    List<String> choices() {
        List<String> choices = new ArrayList<>(WEEKDAYS.keySet());
        choices.addAll(List.of("1st", "15th", "last day", "first workday", "last workday", "first monday"));
        return choices;
    }

    /** Returns the words that are suggested if a word is misspelled. */
    private static List<String> examples() {
        List<String> examples = new ArrayList<>(WEEKDAYS.keySet());
        for (String ordinal : List.of("first", "second", "third", "fourth", LAST)) {
            for (String counted : List.of("day", "workday")) {
                examples.add(ordinal + " " + counted);
            }
            names().forEach(name -> examples.add(ordinal + " " + name));
        }
        return examples;
    }

    private static List<String> names() {
        return WEEKDAYS.entrySet().stream()
                .filter(name -> name.getValue().size() == 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Set<DayOfWeek>> weekdays() {
        Set<DayOfWeek> weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        Map<String, Set<DayOfWeek>> days = new LinkedHashMap<>();
        days.put("daily", EnumSet.allOf(DayOfWeek.class));
        days.put("weekdays", EnumSet.complementOf(EnumSet.copyOf(weekend)));
        days.put("weekends", weekend);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().toLowerCase(Locale.ROOT).substring(0, 3), EnumSet.of(day));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().toLowerCase(Locale.ROOT), EnumSet.of(day));
        }
        return days;
    }
}
