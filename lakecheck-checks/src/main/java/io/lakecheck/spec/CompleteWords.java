// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.CompleteCheck;
import io.lakecheck.MissingPolicy;
import java.util.List;
import java.util.Optional;

/** The words of {@code complete}. */
final class CompleteWords {

    /** A year and a month of days. */
    private static final int MOST = 400;

    private static final Term<Long> LAST = Term.defaulting(
            "last",
            new CountType(1, MOST),
            "30",
            "7",
            "How many periods are looked at, the judged one among them. Those that the calendar does not expect don't count.");

    private static final Term<MissingPolicy> STRAYS = Term.defaulting(
            "strays",
            ChoiceType.of("policy", MissingPolicy.class),
            "warn",
            "skip",
            "What strays count as, whatever `severity` says: folders beside those of the periods whose names are no dates as the"
                    + " location writes them, such as `dt=2026-1-5` or `dt=null`. Names that begin with `_` or `.` are none, nor are"
                    + " the folders of other datasets of the run. With `skip` nobody looks for them.");

    static final CheckKind KIND = new CheckKind(
            new Vocabulary(
                    "complete",
                    "Passes when each of the last periods is there, not empty, and sealed if the dataset has a marker."
                            + " Otherwise it lists the ones to run again. It also names folders beside them that are none: strays.",
                    List.of(LAST, STRAYS, SharedTerms.SEVERITY)),
            CompleteWords::make);

    private CompleteWords() {}

    private static Optional<CompleteCheck> make(BlockValues values, DatasetKind dating, Problems problems) {
        if (dating == DatasetKind.UNDATED) {
            problems.add(
                    values.origin(),
                    "complete looks at the last periods, and a location without dates has none",
                    "write dates into the location, or leave complete out");
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
