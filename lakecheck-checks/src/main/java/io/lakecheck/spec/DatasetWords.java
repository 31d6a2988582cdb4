// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.RecencyCheck;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.Presence;
import io.lakecheck.lake.Runs;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Incidents;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Schedule;
import io.lakecheck.value.Display;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The keys in a dataset. */
final class DatasetWords {

    private static final Term<String> LOCATION = Term.required(
            "location",
            TextType.any("location", "a location such as s3://refined/kpi/dt={date}/"),
            "s3://refined/kpi/dt={date}/",
            "The location of the partitions, with date patterns in braces.",
            "Either an S3 URL or the path of a local directory. A relative path starts at the suite file's folder. If the"
                    + " files are not in dated folders, end the location with a pattern for the file names, such as"
                    + " `kpi_{yyyyMMdd}.csv`.",
            "Dates are patterns of Java's `DateTimeFormatter`. `{date}` is short for `{yyyy-MM-dd}`, and `{date+1d}` is"
                    + " the day after. The finest field determines the period: minutes, an hour, a day, a week, a month, a"
                    + " quarter or a year.",
            "After the last date, `*` stands for any characters within a name, as in `run={date}-*/` or"
                    + " `log.{date}-{HH}.*.gz`.");

    private static final Term<Runs> RUNS = Term.defaulting(
            "runs",
            ChoiceType.of("value", Runs.class),
            "all",
            "newest",
            "Which runs of a job count if several folders or files match the location for the same period.",
            "Requires a location with `*`. `all` adds them up. With `newest`, only the one that was written last counts,"
                    + " and the report names the others. With `each`, every run is checked separately, except by"
                    + " `complete`, and the verdict names the runs that fail. `delta` compares each with the run of"
                    + " median size in earlier periods. `each` cannot be combined with `parts` or `through`.",
            "With `each`, the first check warns if there are fewer runs than in the previous 14 partitions. It cannot name"
                    + " the missing runs.");

    private static final Term<List<LocalDate>> ODD = Term.optional(
            "odd",
            new ListType<>(DateType.TYPE),
            "[2026-11-27]",
            "Dates on which only the presence of data is checked.",
            "`size` and `delta` are skipped on these dates, and baselines for other dates exclude them. Absent or"
                    + " empty data still fails. A date applies to the whole partition. If that is a week, any of its days will do;"
                    + " if it is a month or longer, write its first day.");

    private static final Term<List<LocalDate>> LEVELS = Term.optional(
            "levels",
            new ListType<>(DateType.TYPE),
            "[2026-09-01]",
            "Dates on which the size changed permanently, for example because of a migration.",
            "The baseline `usual` ignores sizes from before such a date. From that date on, `delta` is skipped until"
                    + " there are three partitions for the same weekday.");

    private static final Term<Boolean> EMPTY = Term.defaulting(
            "empty",
            new ChoiceType<>("value", List.of("fail", "allow"), Map.of("fail", false, "allow", true)),
            "fail",
            "allow",
            "Whether a partition may be empty because nothing happened in its period.",
            "With `allow`, a partition that contains only its marker is complete. If the dataset has no marker, there"
                    + " must be at least one object, which may have 0 bytes. `size` and `delta` skip such a partition, and"
                    + " baselines exclude it.");

    private static final Term<Boolean> ABSENT = Term.defaulting(
            "absent",
            new ChoiceType<>("value", List.of("fail", "ok"), Map.of("fail", false, "ok", true)),
            "fail",
            "ok",
            "Whether a partition may be absent, for example because it holds the errors of a job that usually succeeds.",
            "With `ok`, all checks except `complete` are skipped if the partition is absent, and `complete` does not"
                    + " report it. A partition that exists is checked as usual. If no partition by this name was found,"
                    + " the first check warns and names what is there instead, because the location is probably"
                    + " misspelled.");

    private static final List<Term<?>> INCIDENTS = List.of(ODD, LEVELS);

    static final Vocabulary WORDS = new Vocabulary(
            "dataset",
            "One output of a data job, and its checks.",
            Stream.of(
                            List.of(LOCATION, EachWords.EACH, EachWords.NEW, EachWords.ENDED, RUNS),
                            SharedTerms.INHERITED,
                            INCIDENTS,
                            List.of(
                                    EMPTY,
                                    ABSENT,
                                    PartsWords.PARTS,
                                    CheckListType.CHECKS,
                                    EachWords.MEMBERS,
                                    SharedTerms.DIMENSIONS))
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
     * Returns the datasets that a mapping defines: a single one, or one for each member. Keys that are not set are
     * taken from the suite. If the mapping is invalid, reports problems and returns none.
     */
    static List<Dataset> make(
            String name, BlockValues own, BlockValues suite, CalendarResolver calendars, Path base, Problems problems) {
        return new DatasetWords(name, own, suite, problems).make(calendars, base);
    }

    private List<Dataset> make(CalendarResolver calendars, Path base) {
        int before = problems.size();
        List<EntryMember> members = EachWords.members(own, own.find(LOCATION), problems);
        List<Location> locations = locations(members, base);
        Optional<Location> location = locations.stream().findFirst();
        DatasetKind kind = location.map(found -> found.period().isPresent() ? DatasetKind.DATED : DatasetKind.UNDATED)
                .orElse(DatasetKind.UNKNOWN);
        rejectDateKeys(kind);
        location.ifPresent(this::rejectRuns);
        location.flatMap(Location::period)
                .filter(period -> !period.isWithinDay())
                .ifPresent(this::rejectHours);
        location.flatMap(Location::period).ifPresent(this::rejectOdd);
        CheckListReader reader = new CheckListReader(kind, location, problems);
        List<Check> checks = own.contains(CheckListType.CHECKS)
                ? reader.read(own.find(CheckListType.CHECKS).orElse(List.of()))
                : ofSuite(kind, location);
        Map<EntryMember, List<Check>> different = new HashMap<>();
        EachWords.checks(own).forEach((member, written) -> different.put(member, reader.read(written)));
        rejectEqualDimensions(members);
        PartsWords.reject(own, location, Stream.concat(Stream.of(checks), different.values().stream()), problems);
        rejectWithEachRun(Stream.concat(Stream.of(checks), different.values().stream()));
        Calendar calendar = calendars.of(own).with(incidents());
        if (location.isEmpty() || checks.isEmpty() || !own.isValid() || problems.size() > before) {
            return List.of();
        }
        Schedule schedule = new Schedule(inherited(SharedTerms.ZONE), inherited(SharedTerms.DUE), calendar);
        return problems.guard(own.origin(), () -> IntStream.range(0, members.size())
                        .mapToObj(i -> dataset(
                                members.get(i),
                                locations.get(i),
                                schedule,
                                different.getOrDefault(members.get(i), checks)))
                        .toList())
                .orElse(List.of());
    }

    /** Returns the location of each member. If one is invalid, reports only the problem of the first such member. */
    private List<Location> locations(List<EntryMember> members, Path base) {
        List<Location> locations = new ArrayList<>();
        for (EntryMember member : members) {
            Optional<Location> location = own.find(LOCATION)
                    .flatMap(text -> problems.guard(own.valueOrigin(LOCATION), () -> member.location(text, base)))
                    .flatMap(this::withPeriod);
            if (location.isEmpty()) {
                return List.of();
            }
            locations.add(location.get());
        }
        return locations;
    }

    /** Returns the location with the period that {@code period} sets, if it contains minutes. */
    private Optional<Location> withPeriod(Location location) {
        Optional<Period> ofDataset = own.find(SharedTerms.PERIOD);
        Optional<Period> minutes =
                ofDataset.or(() -> suite.find(SharedTerms.PERIOD).filter(inherited -> location.hasMinutes()));
        if (minutes.isPresent()) {
            return problems.guard(
                    own.valueOrigin(ofDataset.isPresent() ? SharedTerms.PERIOD : LOCATION),
                    () -> location.lasting(minutes.get()));
        }
        if (!location.hasMinutes()) {
            return Optional.of(location);
        }
        // If the mapping has problems, the period may be there, but mistyped.
        if (own.isValid()) {
            problems.add(
                    own.valueOrigin(LOCATION),
                    "the location contains minutes, but the length of a partition is missing",
                    "Add, for example, period: 15m. If the minutes vary, write * instead of mm, as in {HH}*");
        }
        return Optional.empty();
    }

    private Dataset dataset(EntryMember member, Location location, Schedule schedule, List<Check> checks) {
        return new Dataset(
                member.dataset(name),
                location,
                schedule,
                filter(),
                checks,
                member.in(own.find(SharedTerms.DIMENSIONS).orElse(Map.of())),
                new Presence(own.of(EMPTY), own.of(ABSENT), EachWords.lifetime(own), PartsWords.rule(own)));
    }

    /** Reports dimensions that are the same for several members, because their metrics would replace each other. */
    private void rejectEqualDimensions(List<EntryMember> members) {
        Map<String, String> dimensions = own.find(SharedTerms.DIMENSIONS).orElse(Map.of());
        long different =
                members.stream().map(member -> member.in(dimensions)).distinct().count();
        boolean isSame = members.stream().anyMatch(member -> member.found()
                .filter(name -> dimensions.values().stream().noneMatch(value -> value.contains(name)))
                .isPresent());
        if (!dimensions.isEmpty() && (isSame || different < members.size())) {
            problems.add(
                    own.origin(SharedTerms.DIMENSIONS),
                    "several datasets of this entry have the same dimensions",
                    "Add the placeholders to a value, such as Key: \"tenant={tenant}/orders/\"");
        }
    }

    private ObjectFilter filter() {
        return new ObjectFilter(inheritedList(SharedTerms.INCLUDE), inheritedList(SharedTerms.EXCLUDE), own.of(RUNS));
    }

    private void rejectRuns(Location location) {
        if (own.contains(RUNS) && !location.hasWildcard()) {
            problems.add(
                    own.origin(RUNS),
                    "runs requires a location with *, because otherwise only one folder or file matches",
                    "Add * to the location, such as run={date}-*/, or remove runs");
        }
    }

    /** Reports keys that describe a partition as a whole if each run is checked. */
    private void rejectWithEachRun(Stream<List<Check>> checks) {
        if (own.of(RUNS) != Runs.EACH) {
            return;
        }
        if (own.contains(PartsWords.PARTS)) {
            problems.add(
                    own.origin(PartsWords.PARTS),
                    "parts cannot be combined with runs: each",
                    "Write runs: all to check the parts of all runs together, or remove parts");
        }
        boolean hasThrough = checks.flatMap(List::stream)
                .anyMatch(check -> check instanceof RecencyCheck recency
                        && recency.arrival().through().isPresent());
        if (hasThrough) {
            problems.add(
                    own.origin(RUNS),
                    "runs: each cannot be combined with through in recency, because only the last run is written close"
                            + " to the end of its period",
                    "Write runs: all, or remove through");
        }
    }

    /** Reports hours that are set in the dataset itself but have no effect. */
    private void rejectHours(Period period) {
        boolean hasHours = own.find(SharedTerms.EXCEPT).orElse(List.of()).stream()
                .anyMatch(exception -> exception.hour().isPresent());
        Stream.of(SharedTerms.HOURS, SharedTerms.EXCEPT)
                .filter(term -> own.contains(term) && (term.equals(SharedTerms.HOURS) || hasHours))
                .forEach(term -> problems.add(
                        own.origin(term),
                        term.name() + ": single hours have no effect, because each partition covers a " + period,
                        "Add the hour to the location, such as {date}/{HH}/, or remove the hours"));
    }

    /** Reports an odd date that looks like a single day, but would apply to a month or longer. */
    private void rejectOdd(Period period) {
        incidents()
                .oddWithin(period)
                .ifPresent(date -> problems.add(
                        own.valueOrigin(ODD),
                        date + " is not the first day of a " + period + ". Each partition covers a " + period
                                + ", and an odd date keeps all of it from being compared",
                        "Write " + period.floor(date.atStartOfDay()).toLocalDate() + " if the whole " + period
                                + " is odd, or remove the date"));
    }

    private Incidents incidents() {
        return new Incidents(
                Set.copyOf(own.find(ODD).orElse(List.of())),
                Set.copyOf(own.find(LEVELS).orElse(List.of())));
    }

    /**
     * Reports keys that require a location with dates, if the dataset itself sets them. Keys that are inherited from
     * the suite are not reported.
     */
    private void rejectDateKeys(DatasetKind kind) {
        Stream.of(List.of(SharedTerms.DUE, SharedTerms.CALENDAR), SharedTerms.CALENDAR_TERMS, INCIDENTS)
                .<Term<?>>flatMap(List::stream)
                .filter(term -> kind == DatasetKind.UNDATED && own.contains(term))
                .forEach(term -> problems.add(
                        own.origin(term),
                        term.name() + " requires a location with dates",
                        "Add a date to the location, such as dt={date}/, or remove " + term.name()));
    }

    /** Returns the checks that the suite defines for all datasets without checks. */
    private List<Check> ofSuite(DatasetKind kind, Optional<Location> location) {
        if (!suite.contains(CheckListType.CHECKS)) {
            problems.add(
                    own.origin(),
                    "missing key 'checks' in dataset '" + Display.visible(name) + "'",
                    "Add checks: " + CheckListType.CHECKS.example());
        }
        Problems shared = new Problems();
        List<Check> checks = new CheckListReader(kind, location, shared)
                .read(suite.find(CheckListType.CHECKS).orElse(List.of()));
        problems.addOnce(shared);
        return checks;
    }

    private <T> T inherited(Term<T> term) {
        return own.find(term).orElseGet(() -> suite.of(term));
    }

    private <T> List<T> inheritedList(Term<List<T>> term) {
        return own.find(term).or(() -> suite.find(term)).orElse(List.of());
    }
}
