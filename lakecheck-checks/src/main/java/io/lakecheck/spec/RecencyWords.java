// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.RecencyCheck;
import io.lakecheck.Severity;
import io.lakecheck.lake.Arrival;
import io.lakecheck.lake.Completion;
import io.lakecheck.value.Percentage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys in {@code recency}. */
final class RecencyWords {

    private static final Term<String> MARKER = Term.optional(
            "marker",
            TextType.any("object name", "a path such as _SUCCESS or ../{date}.done"),
            "_SUCCESS",
            "The object that the job writes last.",
            "Its path is relative to the partition, or to the folder that contains the files. It can contain dates, `..`"
                    + " and `*`: `_committed_*`, `../dt={date}.done`, `kpi_{yyyyMMdd}.csv.done`. With `country=*/_SUCCESS`,"
                    + " each of these folders needs a marker. A marker elsewhere has an S3 URL, such as"
                    + " `s3://flags/{date}.done`.",
            "Data must not be newer than a marker that all partitions share, such as `../_SUCCESS`.",
            "The marker's last-modified time is the partition's arrival time. Without a marker, or if all partitions"
                    + " share one, the last-modified time of the newest object is used; see `arrival`.");

    private static final Term<List<String>> ABSENT = Term.optional(
            "absent",
            new ListType<>(TextType.any("glob", "a glob such as *.tmp")),
            "[INCOMPLETE, \"*.tmp\"]",
            "Globs for objects that the job removes when it has finished.",
            "If one of them is found, the partition is incomplete. A glob without a slash matches files and folders at any"
                    + " depth. These objects never count as data.");

    private static final Term<Boolean> SEALED = Term.defaulting(
            "sealed",
            BooleanType.TYPE,
            "true",
            "false",
            "Whether the check fails if data was written after the marker.");

    private static final Term<Duration> GRACE = Term.defaulting(
            "grace",
            DurationType.TYPE,
            "0s",
            "15m",
            "How long after the deadline a partition still counts as on time.");

    private static final Term<Percentage> ARRIVAL = Term.optional(
            "arrival",
            PercentageType.UP_TO_ALL,
            "99%",
            "The share of the bytes that must have arrived by the deadline, if the partition has no marker.",
            "By default, less than 1 % of the bytes may arrive later, for example late events. The verdict mentions them. With"
                    + " `100%`, the newest object must be on time.");

    private static final Term<Duration> THROUGH = Term.optional(
            "through",
            DurationType.TYPE,
            "30m",
            "How close to the end of its period the newest data must have been written.",
            "For data that is written continuously, such as a stream: with `30m`, a day whose last object was written"
                    + " before 23:30 is incomplete. Stragglers, less than 5% of what an even flow of data would bring in this"
                    + " time, do not count. By default, data may end at any time.");

    private static final Term<Severity> LATE = Term.defaulting(
            "late",
            ChoiceType.of("severity", Severity.class),
            "warn",
            "fail",
            "The outcome if the partition arrived late.",
            "If the partition is missing or incomplete, `severity` applies.");

    private static final Term<Duration> MAX_AGE = Term.optional(
            "maxAge",
            DurationType.TYPE,
            "26h",
            "The maximum age of the newest object, for locations without dates.",
            "Required for locations without dates. Locations with dates have a deadline instead.");

    private static final Term<Duration> QUIET = Term.optional(
            "quiet",
            DurationType.TYPE,
            "10m",
            "How long a partition without a marker must remain unchanged before it counts as complete.",
            "By default, it counts as complete immediately.");

    static final CheckKind KIND = new CheckKind(
            new Vocabulary(
                    "recency",
                    "Checks that the partition contains data and its marker, that nothing was written after the marker,"
                            + " and that it arrived by the deadline. For locations without dates, checks that the"
                            + " newest"
                            + " object is at most `maxAge` old.",
                    List.of(
                            MARKER,
                            SEALED,
                            ABSENT,
                            GRACE,
                            LATE,
                            ARRIVAL,
                            THROUGH,
                            MAX_AGE,
                            QUIET,
                            SharedTerms.SEVERITY)),
            RecencyWords::make);

    private RecencyWords() {}

    private static Optional<RecencyCheck> make(BlockValues values, DatasetKind kind, Problems problems) {
        int before = problems.size();
        rejectContradictions(values, problems);
        switch (kind) {
            case DATED -> rejectAge(values, problems);
            case UNDATED -> rejectDeadline(values, problems);
            case UNKNOWN -> {}
        }
        return values.isValid() && problems.size() == before
                ? problems.guard(
                        values.origin(),
                        () -> new RecencyCheck(
                                new Completion(
                                        values.find(MARKER),
                                        values.of(SEALED),
                                        values.find(ABSENT).orElse(List.of()),
                                        values.find(QUIET)),
                                new Arrival(values.of(GRACE), values.find(ARRIVAL), values.find(THROUGH)),
                                values.of(LATE),
                                values.find(MAX_AGE),
                                values.of(SharedTerms.SEVERITY)))
                : Optional.empty();
    }

    private static void rejectContradictions(BlockValues values, Problems problems) {
        if (values.contains(SEALED) && !values.contains(MARKER)) {
            problems.add(
                    values.origin(SEALED),
                    "sealed has no effect without a marker",
                    "Add a marker, such as marker: _SUCCESS");
        }
        for (Term<?> term : List.of(QUIET, ARRIVAL)) {
            if (values.contains(term) && values.contains(MARKER)) {
                problems.add(
                        values.origin(term),
                        term.name() + " cannot be combined with marker: the marker already shows when a partition is"
                                + " complete",
                        "Remove one of them");
            }
        }
    }

    private static void rejectAge(BlockValues values, Problems problems) {
        if (values.contains(MAX_AGE)) {
            problems.add(
                    values.origin(MAX_AGE),
                    "maxAge applies only to locations without dates",
                    "Remove maxAge, and set the deadline with due in the dataset and grace in recency");
        }
    }

    private static void rejectDeadline(BlockValues values, Problems problems) {
        for (Term<?> term : List.of(GRACE, LATE, ARRIVAL, THROUGH)) {
            if (values.contains(term)) {
                problems.add(
                        values.origin(term),
                        term.name() + " requires a deadline, which a location without dates does not have",
                        "Use maxAge instead");
            }
        }
        if (values.isValid() && !values.contains(MAX_AGE)) {
            problems.add(
                    values.origin(),
                    "recency requires maxAge if the location has no dates",
                    "Add maxAge, such as maxAge: 26h, or add a date to the location, such as dt={date}/");
        }
    }
}
