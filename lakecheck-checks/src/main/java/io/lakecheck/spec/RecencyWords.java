// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.RecencyCheck;
import io.lakecheck.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The words of {@code recency}. */
final class RecencyWords {

    private static final Term<String> MARKER = Term.optional(
            "marker",
            TextType.any("name of an object", "a name such as _SUCCESS"),
            "_SUCCESS",
            "The object, below the partition, that the job writes last. Without it the newest object tells the arrival.");

    private static final Term<Boolean> SEALED = Term.defaulting(
            "sealed",
            BooleanType.TYPE,
            "true",
            "false",
            "Whether data that is written after the marker breaks the check.");

    private static final Term<Duration> GRACE = Term.defaulting(
            "grace", DurationType.TYPE, "0s", "15m", "How much later than the deadline is still in time.");

    private static final Term<Severity> LATE = Term.defaulting(
            "late",
            ChoiceType.of("severity", Severity.class),
            "warn",
            "fail",
            "What coming late counts as. What is missing counts as `severity` says.");

    private static final Term<Duration> MAX_AGE = Term.optional(
            "maxAge",
            DurationType.TYPE,
            "26h",
            "How old the newest object may be. Undated datasets need it; dated ones have their deadline instead.");

    private static final Term<Duration> QUIET = Term.optional(
            "quiet",
            DurationType.TYPE,
            "10m",
            "Without a marker: for how long nothing in the partition may have changed before it counts as complete."
                    + " Without it, it is complete at once.");

    static final CheckKind KIND = new CheckKind(
            new Vocabulary(
                    "recency",
                    "Passes when the partition holds data and its marker, nothing was written after the marker, and it came by"
                            + " the deadline. The newest object of an undated dataset must be at most `maxAge` old.",
                    List.of(MARKER, SEALED, GRACE, LATE, MAX_AGE, QUIET, SharedTerms.SEVERITY)),
            RecencyWords::make);

    private RecencyWords() {}

    private static Optional<RecencyCheck> make(BlockValues values, DatasetKind dating, Problems problems) {
        int before = problems.size();
        refuseContradictions(values, problems);
        switch (dating) {
            case DATED -> refuseAge(values, problems);
            case UNDATED -> refuseDeadline(values, problems);
            case UNKNOWN -> {}
        }
        return values.isValid() && problems.size() == before
                ? problems.guard(
                        values.origin(),
                        () -> new RecencyCheck(
                                values.find(MARKER),
                                values.of(SEALED),
                                values.of(GRACE),
                                values.of(LATE),
                                values.find(MAX_AGE),
                                values.find(QUIET),
                                values.of(SharedTerms.SEVERITY)))
                : Optional.empty();
    }

    private static void refuseContradictions(BlockValues values, Problems problems) {
        if (values.contains(SEALED) && !values.contains(MARKER)) {
            problems.add(values.origin(SEALED), "sealed says nothing without a marker", "add marker: _SUCCESS");
        }
        if (values.contains(QUIET) && values.contains(MARKER)) {
            problems.add(
                    values.origin(QUIET),
                    "quiet guesses when a partition is complete, and the marker says it",
                    "leave one of them out");
        }
    }

    private static void refuseAge(BlockValues values, Problems problems) {
        if (values.contains(MAX_AGE)) {
            problems.add(
                    values.origin(MAX_AGE),
                    "maxAge is for locations without dates, and this one has some",
                    "leave maxAge out; write due beside the location, and grace here");
        }
    }

    private static void refuseDeadline(BlockValues values, Problems problems) {
        for (Term<?> term : List.of(GRACE, LATE)) {
            if (values.contains(term)) {
                problems.add(
                        values.origin(term),
                        term.name() + " is about a deadline, and a location without dates has none",
                        "write maxAge instead");
            }
        }
        if (values.isValid() && !values.contains(MAX_AGE)) {
            problems.add(
                    values.origin(),
                    "recency has no maxAge, and a location without dates has no deadline",
                    "add maxAge: 26h, or write dates into the location");
        }
    }
}
