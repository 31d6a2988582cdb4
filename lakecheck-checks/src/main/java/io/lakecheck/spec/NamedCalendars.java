// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The named calendars of a suite. */
final class NamedCalendars {

    private static final String ADD = "Define it under 'calendars', or use the name of a calendar defined there";

    /**
     * The maximum number of unknown names for which to suggest a correction, and the maximum number of known names to
     * compare each of them with. Without this limit, a hostile suite with thousands of both would take too long to
     * read.
     */
    private static final int COMPARED = 20;

    private final Map<String, CalendarWords> byName = new LinkedHashMap<>();
    private final Map<String, String> remedies = new HashMap<>();
    private final Set<String> names;
    private final boolean isReadable;
    private final Problems problems;

    NamedCalendars(BlockValues suite, Path base, Problems problems) {
        this.problems = problems;
        suite.find(CalendarResolver.NAMED)
                .orElse(Map.of())
                .forEach((name, words) -> byName.put(name, CalendarWords.of(words, base, problems)));
        names = suite.names(CalendarResolver.NAMED);
        isReadable = suite.find(CalendarResolver.NAMED).isPresent() || !suite.contains(CalendarResolver.NAMED);
    }

    /** Returns all named calendars, including unused ones. */
    Collection<CalendarWords> all() {
        return byName.values();
    }

    /**
     * Returns the calendar that a mapping refers to by name. If the name is unknown, adds a problem and returns empty.
     */
    Optional<CalendarWords> find(BlockValues block) {
        Optional<String> name = block.find(SharedTerms.CALENDAR);
        // Problems in an invalid calendar have already been reported.
        name.filter(unknown -> isReadable && !names.contains(unknown))
                .ifPresent(unknown -> problems.add(
                        block.valueOrigin(SharedTerms.CALENDAR),
                        "unknown calendar '" + Display.visible(unknown) + "'",
                        remedy(unknown)));
        return name.flatMap(known -> Optional.ofNullable(byName.get(known)));
    }

    private String remedy(String unknown) {
        return remedies.size() < COMPARED || remedies.containsKey(unknown)
                ? remedies.computeIfAbsent(unknown, this::nearest)
                : ADD;
    }

    private String nearest(String unknown) {
        return NearestWord.to(unknown, names.stream().limit(COMPARED).toList())
                .map(name -> "Did you mean '" + Display.visible(name) + "'?")
                .orElse(ADD);
    }
}
