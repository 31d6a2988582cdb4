// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.DeltaCheck;
import io.lakecheck.DeltaPolicies;
import io.lakecheck.MissingPolicy;
import io.lakecheck.baseline.Baseline;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The words of {@code delta}. */
final class DeltaWords {

    /** Further back than any baseline reaches, near enough to be listed. */
    private static final int FARTHEST = 9600;

    private static final Term<Baseline> AGAINST = Term.defaulting(
            "against",
            BaselineType.TYPE,
            "usual",
            "median of 4 same-weekday",
            "What the partition is compared with. `usual` learns from the sizes of earlier periods what this one should hold:"
                    + " its weekday's, the last days' lean, how restless they were, and what a year ago was like."
                    + " The others are made of the last earlier partitions that are there, hold something, are sealed, within the"
                    + " dataset's own size limits and expected by its calendar.");

    private static final Term<Percentage> DROP = Term.optional(
            "drop",
            PercentageType.UP_TO_ALL,
            "30%",
            "How much less is allowed. Without it any drop passes. Against `usual` it counts until there is enough history.");

    private static final Term<Percentage> RISE =
            Term.optional("rise", PercentageType.ANY, "100%", "How much more is allowed; otherwise like drop.");

    private static final Term<BigDecimal> DEVIATION = Term.optional(
            "deviation",
            MultipleType.TYPE,
            "3",
            "How many times the usual deviation is allowed, up or down. Against `usual` it is 2 unless said otherwise,"
                    + " and 1.4 hears more and rings more; against `median of n` it counts in 1.4826 median distances from the"
                    + " median, at least in 3 % of it. Other baselines know no usual deviation.");

    private static final Term<Volume> OF =
            Term.defaulting("of", ChoiceType.of("volume", Volume.class), "bytes", "objects", "What is compared.");

    private static final Term<Amount> AT_LEAST = Term.defaulting(
            "atLeast",
            Amount.TYPE,
            "0",
            "50 kB",
            "Changes of fewer bytes, or objects, than this always pass, however large they are in percent.");

    private static final Term<Long> HISTORY = Term.optional(
            "history",
            new CountType(1, FARTHEST),
            "3",
            "With fewer usable earlier partitions than this it can't be judged; at most as many as the baseline is made of,"
                    + " against `usual` 28. Without it 1; with a deviation 5, or all of"
                    + " them where the baseline is made of fewer; against `usual` at least 10.");

    private static final Term<Long> LOOKBACK = Term.optional(
            "lookback",
            new CountType(1, FARTHEST),
            "14",
            "How many earlier periods are looked at, at most, to find usable ones."
                    + " Without it twice what the baseline needs, at least 7; against `usual` as far as it needs.");

    private static final Term<MissingPolicy> WHEN_ABSENT = Term.defaulting(
            "whenAbsent",
            ChoiceType.of("policy", MissingPolicy.class),
            "fail",
            "skip",
            "What an absent partition counts as when it is due: `skip` where recency tells already."
                    + " One that is there but empty always breaks the check.");

    private static final Term<MissingPolicy> WHEN_TOO_LITTLE_HISTORY = Term.defaulting(
            "whenTooLittleHistory",
            ChoiceType.of("policy", MissingPolicy.class),
            "skip",
            "warn",
            "What it counts as where there are too few earlier partitions to judge by.");

    private static final Term<MissingPolicy> WHEN_BASELINE_EMPTY = Term.defaulting(
            "whenBaselineEmpty",
            ChoiceType.of("policy", MissingPolicy.class),
            "skip",
            "fail",
            "What it counts as where the earlier partitions come to 0 bytes or objects, so that no change can be told.");

    static final CheckKind KIND = new CheckKind(
            new Vocabulary(
                    "delta",
                    "Passes when the change against earlier partitions, (current - baseline) / baseline, lies within the limits."
                            + " The lake is its own history: nothing is stored.",
                    List.of(
                            AGAINST,
                            DROP,
                            RISE,
                            DEVIATION,
                            OF,
                            AT_LEAST,
                            HISTORY,
                            LOOKBACK,
                            WHEN_ABSENT,
                            WHEN_TOO_LITTLE_HISTORY,
                            WHEN_BASELINE_EMPTY,
                            SharedTerms.SEVERITY)),
            DeltaWords::make);

    private DeltaWords() {}

    private static Optional<DeltaCheck> make(BlockValues values, DatasetKind dating, Problems problems) {
        int before = problems.size();
        if (dating == DatasetKind.UNDATED) {
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
        Optional<Long> lookback = values.find(LOOKBACK);
        if (lookback.isPresent() && lookback.get() < values.find(HISTORY).orElse(1L)) {
            problems.add(values.origin(LOOKBACK), "lookback is shorter than history", "look back at least as far");
        }
        return values.isValid() && problems.size() == before
                ? problems.guard(
                        values.origin(),
                        () -> new DeltaCheck(
                                values.of(AGAINST),
                                new Tolerance(
                                        values.find(DROP),
                                        values.find(RISE),
                                        values.find(DEVIATION),
                                        values.of(AT_LEAST).value()),
                                values.of(OF),
                                whole(values.find(HISTORY)),
                                whole(lookback),
                                new DeltaPolicies(
                                        values.of(WHEN_ABSENT),
                                        values.of(WHEN_TOO_LITTLE_HISTORY),
                                        values.of(WHEN_BASELINE_EMPTY)),
                                values.of(SharedTerms.SEVERITY)))
                : Optional.empty();
    }

    private static OptionalInt whole(Optional<Long> count) {
        return count.map(Math::toIntExact).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
