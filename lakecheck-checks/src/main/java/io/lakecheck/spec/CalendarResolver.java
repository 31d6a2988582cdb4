// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.Calendar;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A resolver that determines the calendar of each dataset. Each calendar key is looked up in the dataset, then in the
 * named calendar, and then in the suite. The named calendar is the one that the dataset refers to or, if the dataset
 * refers to none, the one that the suite refers to.
 */
final class CalendarResolver {

    static final Term<Map<String, BlockValues>> NAMED = Term.optional(
            "calendars",
            new NamedType<>(
                    "calendar",
                    CalendarWords.WORDS,
                    "a mapping of names to calendars, each with keys such as days and holidays"),
            "{ uk-business: { days: weekdays, holidays: uk.ics, validThrough: 2026-12-31 } }",
            "Named calendars, which several datasets may share.");

    private final Map<CalendarLevels, Calendar> resolved = new HashMap<>();
    private final Set<CalendarWords> contradictory = new HashSet<>();
    private final NamedCalendars calendars;
    private final CalendarWords ofSuite;
    private final Optional<CalendarWords> namedBySuite;
    private final Path base;
    private final Problems problems;

    /**
     * @param suite the values of the suite's top-level keys
     * @param base the folder that paths of holiday files are relative to
     */
    CalendarResolver(BlockValues suite, Path base, Problems problems) {
        this.base = base;
        this.problems = problems;
        calendars = new NamedCalendars(suite, base, problems);
        ofSuite = CalendarWords.of(suite, base, problems);
        namedBySuite = calendars.find(suite);
        calendar(List.of(ofSuite));
        calendars.all().forEach(named -> calendar(List.of(named, ofSuite)));
    }

    /** Returns a dataset's calendar. All datasets without calendar keys share one instance. */
    Calendar of(BlockValues dataset) {
        CalendarWords own = CalendarWords.of(dataset, base, problems);
        List<CalendarWords> blocks = Stream.of(
                        Optional.of(own).filter(CalendarWords::isSet),
                        calendars.find(dataset).or(() -> namedBySuite),
                        Optional.of(ofSuite))
                .flatMap(Optional::stream)
                .toList();
        return calendar(blocks);
    }

    private Calendar calendar(List<CalendarWords> blocks) {
        return resolved.computeIfAbsent(new CalendarLevels(blocks), this::calendar);
    }

    /** Returns a calendar, and reports a contradiction in it, once for each mapping that sets dates. */
    private Calendar calendar(CalendarLevels levels) {
        Calendar calendar = levels.calendar();
        CalendarWords dates = levels.dates();
        CalendarContradiction.in(calendar)
                .filter(found -> contradictory.add(dates))
                .ifPresent(found -> problems.add(dates.valueOrigin(found.term()), found.what(), found.remedy()));
        return calendar;
    }
}
