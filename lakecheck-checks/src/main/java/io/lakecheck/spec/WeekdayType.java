// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The syntax of weekdays: their English names, in full or shortened to three letters, and common groups of them such as
 * {@code weekdays}.
 */
final class WeekdayType {

    /** The syntax of one name. A name may stand for several days, as {@code weekdays} does. */
    static final ChoiceType<Set<DayOfWeek>> TYPE = type();

    private WeekdayType() {}

    private static ChoiceType<Set<DayOfWeek>> type() {
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
        List<String> names = new ArrayList<>(days.keySet());
        return new ChoiceType<>("day", names, days);
    }
}
