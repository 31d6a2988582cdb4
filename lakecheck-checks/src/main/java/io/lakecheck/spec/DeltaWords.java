// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Baseline;
import io.lakecheck.Delta;
import io.lakecheck.Percentage;
import io.lakecheck.Volume;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The words of {@code delta}. */
final class DeltaWords {

    /** Further back than any baseline reaches, near enough to be listed. */
    private static final int FARTHEST = 9600;

    private static final Term<Baseline> AGAINST = Term.defaulting(
            "against",
            Baselines.TYPE,
            "previous",
            "previous",
            "What the partition is compared with: `previous` is the last earlier one that is there, not empty, sealed and"
                    + " within the dataset's own size limits.");

    private static final Term<Percentage> DROP = Term.optional(
            "drop", Percentages.UP_TO_ALL, "30%", "How much less is allowed. Without it any drop passes.");

    private static final Term<Percentage> RISE =
            Term.optional("rise", Percentages.ANY, "100%", "How much more is allowed. Without it any rise passes.");

    private static final Term<Volume> OF =
            Term.defaulting("of", Choice.of("volume", Volume.class), "bytes", "objects", "What is compared.");

    private static final Term<Amount> AT_LEAST = Term.defaulting(
            "atLeast",
            Amount.TYPE,
            "0",
            "50 kB",
            "Changes of fewer bytes, or objects, than this always pass, however large they are in percent.");

    private static final Term<Long> HISTORY = Term.defaulting(
            "history",
            new Counts(1, FARTHEST),
            "1",
            "3",
            "With fewer usable earlier partitions than this the check is skipped.");

    private static final Term<Long> LOOKBACK = Term.optional(
            "lookback",
            new Counts(1, FARTHEST),
            "14",
            "How many earlier periods are looked at, at most, to find usable ones."
                    + " Without it twice what the baseline needs, at least 7.");

    static final CheckKind KIND = new CheckKind(
            new Vocabulary(
                    "delta",
                    "Passes when the change against earlier partitions, (current - baseline) / baseline, lies within the limits."
                            + " The lake is its own history: nothing is stored.",
                    List.of(AGAINST, DROP, RISE, OF, AT_LEAST, HISTORY, LOOKBACK, SharedTerms.SEVERITY)),
            DeltaWords::make);

    private DeltaWords() {}

    private static Optional<Delta> make(Values values, Dating dating, Problems problems) {
        int before = problems.size();
        if (dating == Dating.UNDATED) {
            problems.add(
                    values.origin(),
                    "delta compares partitions, and a location without dates has only one",
                    "write dates into the location, or leave delta out");
        }
        if (values.of(OF) == Volume.OBJECTS && values.of(AT_LEAST).isSize()) {
            problems.add(
                    values.origin(AT_LEAST),
                    "atLeast is a size, and objects are compared",
                    "write a bare number of objects");
        }
        Optional<Long> lookback = values.maybe(LOOKBACK);
        if (lookback.isPresent() && lookback.get() < values.of(HISTORY)) {
            problems.add(values.origin(LOOKBACK), "lookback is shorter than history", "look back at least as far");
        }
        return values.isSound() && problems.size() == before
                ? problems.guard(
                        values.origin(),
                        () -> new Delta(
                                values.of(AGAINST),
                                values.maybe(DROP),
                                values.maybe(RISE),
                                values.of(OF),
                                values.of(AT_LEAST).value(),
                                Math.toIntExact(values.of(HISTORY)),
                                lookback.map(Math::toIntExact)
                                        .map(OptionalInt::of)
                                        .orElseGet(OptionalInt::empty),
                                values.of(SharedTerms.SEVERITY)))
                : Optional.empty();
    }
}
