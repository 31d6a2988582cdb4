// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.CompleteCheck;
import io.lakecheck.MissingPolicy;
import java.util.List;
import java.util.Optional;

/** The keys in {@code complete}. */
final class CompleteWords {

    /** The maximum for {@code last}: more than a year of hours. */
    private static final int MOST = 10_000;

    private static final Term<Long> LAST = Term.defaulting(
            "last",
            new CountType(1, MOST),
            "30",
            "7",
            "The number of periods to check, including the current one.",
            "Periods outside the calendar are not counted. For a dataset with fewer periods, use a smaller number.");

    private static final Term<MissingPolicy> STRAYS = Term.defaulting(
            "strays",
            ChoiceType.of("policy", MissingPolicy.class),
            "warn",
            "skip",
            "The outcome if stray folders are found, regardless of `severity`.",
            "A stray folder is a folder next to the dated ones that is probably a mistake: its name does not match the"
                    + " location, such as `dt=2026-1-5` or `dt=__HIVE_DEFAULT_PARTITION__`, or its date is in the future"
                    + " or long before all others. Folders whose names start with `_` or `.`, and those of other"
                    + " datasets in the same run, are not reported.",
            "With `skip`, lakecheck does not search for stray folders.");

    static final CheckKind KIND = new CheckKind(
            new Vocabulary(
                    "complete",
                    "Checks that each recent period is present and not empty and, if the dataset has a marker, sealed."
                            + " Lists the periods to re-run, and any stray folders next to them.",
                    List.of(LAST, STRAYS, SharedTerms.SEVERITY)),
            CompleteWords::make);

    private CompleteWords() {}

    private static Optional<CompleteCheck> make(BlockValues values, DatasetKind kind, Problems problems) {
        if (kind == DatasetKind.UNDATED) {
            problems.add(
                    values.origin(),
                    "complete requires a location with dates",
                    "Add a date to the location, such as dt={date}/, or remove complete");
            return Optional.empty();
        }
        return values.isValid()
                ? problems.guard(
                        values.origin(),
                        () -> new CompleteCheck(
                                Math.toIntExact(values.of(LAST)), values.of(SharedTerms.SEVERITY), values.of(STRAYS)))
                : Optional.empty();
    }
}
