// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.DeltaCheck;
import io.lakecheck.DeltaPolicies;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys in {@code delta}. */
final class DeltaWords {

    static final CheckKind KIND = new CheckKind(
            new Vocabulary(
                    "delta",
                    "Checks that the change compared with earlier partitions, (current - baseline) / baseline, is"
                            + " within"
                            + " limits. The earlier partitions are read from the lake; lakecheck stores no history.",
                    List.of(
                            DeltaTerms.AGAINST,
                            DeltaTerms.DROP,
                            DeltaTerms.RISE,
                            DeltaTerms.DEVIATION,
                            DeltaTerms.OF,
                            DeltaTerms.AT_LEAST,
                            DeltaTerms.HISTORY,
                            DeltaTerms.LOOKBACK,
                            DeltaTerms.WHEN_ABSENT,
                            DeltaTerms.WHEN_TOO_LITTLE_HISTORY,
                            DeltaTerms.WHEN_BASELINE_EMPTY,
                            SharedTerms.SEVERITY)),
            DeltaWords::make);

    private DeltaWords() {}

    private static Optional<DeltaCheck> make(BlockValues values, DatasetKind kind, Problems problems) {
        int before = problems.size();
        rejectContradictions(values, kind, problems);
        return values.isValid() && problems.size() == before
                ? problems.guard(
                        values.origin(),
                        () -> new DeltaCheck(
                                values.of(DeltaTerms.AGAINST),
                                new Tolerance(
                                        values.find(DeltaTerms.DROP),
                                        values.find(DeltaTerms.RISE),
                                        values.find(DeltaTerms.DEVIATION),
                                        values.of(DeltaTerms.AT_LEAST).value()),
                                values.of(DeltaTerms.OF),
                                integer(values.find(DeltaTerms.HISTORY)),
                                integer(values.find(DeltaTerms.LOOKBACK)),
                                new DeltaPolicies(
                                        values.of(DeltaTerms.WHEN_ABSENT),
                                        values.of(DeltaTerms.WHEN_TOO_LITTLE_HISTORY),
                                        values.of(DeltaTerms.WHEN_BASELINE_EMPTY)),
                                values.of(SharedTerms.SEVERITY)))
                : Optional.empty();
    }

    private static void rejectContradictions(BlockValues values, DatasetKind kind, Problems problems) {
        if (kind == DatasetKind.UNDATED) {
            problems.add(
                    values.origin(),
                    "delta requires a location with dates",
                    "Add a date to the location, such as dt={date}/, or remove delta");
        }
        if (values.of(DeltaTerms.OF) == Volume.OBJECTS
                && values.of(DeltaTerms.AT_LEAST).isSize()) {
            problems.add(
                    values.origin(DeltaTerms.AT_LEAST),
                    "atLeast is a size in bytes, but delta compares the number of objects",
                    "Use a number without a unit, such as atLeast: 20");
        }
        Optional<Long> lookback = values.find(DeltaTerms.LOOKBACK);
        if (lookback.isPresent()
                && lookback.get() < values.find(DeltaTerms.HISTORY).orElse(1L)) {
            problems.add(
                    values.origin(DeltaTerms.LOOKBACK),
                    "lookback is smaller than history",
                    "Increase lookback to at least the value of history");
        }
    }

    private static OptionalInt integer(Optional<Long> count) {
        return count.map(Math::toIntExact).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
