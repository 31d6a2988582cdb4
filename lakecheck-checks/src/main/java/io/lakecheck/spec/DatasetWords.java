// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.RecencyCheck;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words of one dataset, and how they become one. */
final class DatasetWords {

    private static final Term<String> LOCATION = Term.required(
            "location",
            TextType.any("location", "a location such as s3://refined/kpi/dt={date}/"),
            "s3://refined/kpi/dt={date}/",
            "Where its partitions are: an S3 address, or the path of a local folder, which is found from the suite's own"
                    + " folder. Dates stand in braces as patterns of java.time's DateTimeFormatter; `{date}` is"
                    + " `{yyyy-MM-dd}`, and `{date+1d}` is the day after. The finest field tells whether a partition holds"
                    + " an hour, a day, a week or a month.");

    private static final Term<List<CheckListType.Item>> CHECKS = Term.required(
            "checks",
            new CheckListType(),
            "[ recency: { marker: _SUCCESS } ]",
            "What is checked, in the order of the report.");

    static final Vocabulary WORDS = new Vocabulary(
            "dataset",
            "One output of a job.",
            Stream.of(List.of(LOCATION), SharedTerms.INHERITED, List.of(CHECKS, SharedTerms.DIMENSIONS))
                    .<Term<?>>flatMap(List::stream)
                    .toList());

    private final String name;
    private final BlockValues own;
    private final BlockValues suite;
    private final Problems problems;

    private DatasetWords(String name, BlockValues own, BlockValues suite, Problems problems) {
        this.name = name;
        this.own = own;
        this.suite = suite;
        this.problems = problems;
    }

    /**
     * The dataset that these words state, with what the suite says for all; nothing, and a problem, where it makes no
     * sense.
     */
    static Optional<Dataset> make(
            String name, BlockValues own, BlockValues suite, CalendarResolver calendars, Path base, Problems problems) {
        return new DatasetWords(name, own, suite, problems).make(calendars, base);
    }

    private Optional<Dataset> make(CalendarResolver calendars, Path base) {
        Optional<Location> location = own.find(LOCATION)
                .flatMap(text -> problems.guard(own.valueOrigin(LOCATION), () -> LocationType.read(text, base)));
        DatasetKind dating = location.map(found -> found.period().isPresent() ? DatasetKind.DATED : DatasetKind.UNDATED)
                .orElse(DatasetKind.UNKNOWN);
        refuseDeadlines(dating);
        List<Check> checks = checks(dating);
        Calendar calendar = calendars.of(own);
        if (location.isEmpty() || checks.isEmpty() || !own.isValid()) {
            return Optional.empty();
        }
        return problems.guard(
                own.origin(),
                () -> new Dataset(
                        name,
                        location.get(),
                        inherited(SharedTerms.ZONE),
                        inherited(SharedTerms.DUE),
                        calendar,
                        new ObjectFilter(listed(SharedTerms.INCLUDE), listed(SharedTerms.EXCLUDE)),
                        checks,
                        own.find(SharedTerms.DIMENSIONS).orElse(Map.of())));
    }

    /** What only partitions with dates can have is refused where it is said of this very dataset. */
    private void refuseDeadlines(DatasetKind dating) {
        Stream.concat(Stream.of(SharedTerms.DUE, SharedTerms.CALENDAR), SharedTerms.CALENDAR_WORDS.stream())
                .filter(term -> dating == DatasetKind.UNDATED && own.contains(term))
                .forEach(term -> problems.add(
                        own.origin(term),
                        term.name() + " is about dates, and the location has none",
                        "write dates into the location such as dt={date}/, or leave " + term.name() + " out"));
    }

    private List<Check> checks(DatasetKind dating) {
        List<Check> checks = new ArrayList<>();
        Set<String> markers = new HashSet<>();
        for (CheckListType.Item written : own.find(CHECKS).orElse(List.of())) {
            written.make(dating, problems).ifPresent(check -> {
                boolean isNew = check instanceof RecencyCheck recency
                        && recency.marker().filter(markers::add).isPresent();
                if (!isNew || markers.size() < 2) {
                    checks.add(check);
                } else {
                    problems.add(
                            written.values().origin(),
                            "this recency has another marker than the one before",
                            "give each recency of a dataset the same marker");
                }
            });
        }
        return checks;
    }

    private <T> T inherited(Term<T> term) {
        return own.find(term).orElseGet(() -> suite.of(term));
    }

    private <T> List<T> listed(Term<List<T>> term) {
        return own.find(term).or(() -> suite.find(term)).orElse(List.of());
    }
}
