// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.Calendar;
import io.lakecheck.value.Display;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The calendars of a suite, and which of them a dataset goes by. Word by word the dataset's own counts, else that of
 * the named calendar (the dataset's, else the suite's), else what the suite says for all.
 */
final class CalendarResolver {

    static final Term<Map<String, BlockValues>> NAMED = Term.optional(
            "calendars",
            new NamedType<>(
                    "calendar",
                    CalendarWords.WORDS,
                    "the calendars, each under its name, with words such as days and holidays"),
            "{ uk-business: { days: weekdays, holidays: uk.ics, validThrough: 2026-12-31 } }",
            "Named calendars, which several datasets may share.");

    private static final String ANY = "write it into calendars, or name one that is there";

    /**
     * For so many names the nearest among so many is sought: a thousand mistakes with a thousand names would take their
     * time.
     */
    private static final int COMPARED = 20;

    private final Map<String, CalendarWords> named = new HashMap<>();
    private final Map<List<CalendarWords>, Calendar> made = new HashMap<>();
    private final Map<String, String> remedies = new HashMap<>();
    private final Set<String> names;
    private final boolean isReadable;
    private final CalendarWords common;
    private final Optional<CalendarWords> usual;
    private final Path base;
    private final Problems problems;

    /** @param suite what the suite says beside its datasets */
    CalendarResolver(BlockValues suite, Path base, Problems problems) {
        this.base = base;
        this.problems = problems;
        suite.find(NAMED)
                .orElse(Map.of())
                .forEach((name, words) -> named.put(name, CalendarWords.of(words, base, problems)));
        names = suite.names(NAMED);
        isReadable = suite.find(NAMED).isPresent() || !suite.contains(NAMED);
        common = CalendarWords.of(suite, base, problems);
        usual = named(suite);
    }

    /** The calendar by which a dataset goes; one and the same for all that say nothing of their own. */
    Calendar of(BlockValues dataset) {
        CalendarWords own = CalendarWords.of(dataset, base, problems);
        List<CalendarWords> blocks = Stream.of(
                        Optional.of(own).filter(CalendarWords::isSet),
                        named(dataset).or(() -> usual),
                        Optional.of(common))
                .flatMap(Optional::stream)
                .toList();
        return made.computeIfAbsent(blocks, CalendarWords::calendar);
    }

    private Optional<CalendarWords> named(BlockValues block) {
        Optional<String> name = block.find(SharedTerms.CALENDAR);
        // One that is there but wrong was told already.
        name.filter(unknown -> isReadable && !names.contains(unknown))
                .ifPresent(unknown -> problems.add(
                        block.valueOrigin(SharedTerms.CALENDAR),
                        "there is no calendar '" + Display.visible(unknown) + "'",
                        remedy(unknown)));
        return name.flatMap(known -> Optional.ofNullable(named.get(known)));
    }

    private String remedy(String unknown) {
        return remedies.size() < COMPARED || remedies.containsKey(unknown)
                ? remedies.computeIfAbsent(unknown, this::nearest)
                : ANY;
    }

    private String nearest(String unknown) {
        return NearestWord.to(unknown, names.stream().limit(COMPARED).toList())
                .map(name -> "did you mean " + Display.visible(name) + "?")
                .orElse(ANY);
    }
}
