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

/** The keys of {@code delta}. */
final class DeltaWords {

    /** Further back than any baseline reaches, yet few enough periods to list. */
    private static final int FARTHEST = 9600;

    private static final Term<Baseline> AGAINST = Term.defaulting(
            "against",
            BaselineType.TYPE,
            "usual",
            "median of 4 same-weekday",
            "The baseline that the partition is compared with.",
            "`usual` predicts the size from earlier periods: those of the same weekday, the trend of the last days, how much"
                    + " they vary, and the same time last year. It leaves out incidents and accepts lasting changes.",
            "All other baselines use the most recent partitions that are not empty, are sealed, and are within the size"
                    + " limits and the calendar of the dataset.");

    private static final Term<Percentage> DROP = Term.optional(
            "drop",
            PercentageType.UP_TO_ALL,
            "30%",
            "The largest decrease that passes.",
            "By default any decrease passes. With `usual` this limit replaces `deviation` for decreases.");

    private static final Term<Percentage> RISE = Term.optional(
            "rise",
            PercentageType.ANY,
            "100%",
            "The largest increase that passes.",
            "By default any increase passes. With `usual` this limit replaces `deviation` for increases.");

    private static final Term<BigDecimal> DEVIATION = Term.optional(
            "deviation",
            MultipleType.TYPE,
            "3",
            "The largest deviation that passes, up or down, as a multiple of the typical deviation.",
            "Works with `usual` (2 by default) and with `median of n`.",
            "A lower value such as 1.4 detects smaller problems and causes more false alarms.",
            "With `median of n` the typical deviation is 1.4826 times the median absolute deviation, and at least 3 % of"
                    + " the median.");

    private static final Term<Volume> OF = Term.defaulting(
            "of", ChoiceType.of("volume", Volume.class), "bytes", "objects", "The quantity to compare.");

    private static final Term<Amount> AT_LEAST = Term.defaulting(
            "atLeast",
            Amount.TYPE,
            "0",
            "50 kB",
            "The smallest change, in bytes or objects, that can break a limit.",
            "A smaller change passes, however large the percentage change is.");

    private static final Term<Long> HISTORY = Term.optional(
            "history",
            new CountType(1, FARTHEST),
            "3",
            "The minimum number of usable earlier partitions.",
            "With fewer, `whenTooLittleHistory` applies.",
            "The default is 1; with `deviation` it is 5, or the size of the baseline if that is smaller. With `usual` it is"
                    + " 10 days that can be compared, and a lower value has no effect.",
            "The maximum is the size of the baseline, and 28 with `usual`.");

    private static final Term<Long> LOOKBACK = Term.optional(
            "lookback",
            new CountType(1, FARTHEST),
            "14",
            "The maximum number of earlier periods to search for usable partitions.",
            "The default is twice the size of the baseline, but at least 7. `usual` searches 140 days, or 60 weeks or months, and the"
                    + " days around the same time last year.");

    private static final Term<MissingPolicy> WHEN_ABSENT = Term.defaulting(
            "whenAbsent",
            ChoiceType.of("policy", MissingPolicy.class),
            "fail",
            "skip",
            "The outcome if the partition is absent after its deadline.",
            "Use `skip` if `recency` reports it already. A partition that is present but empty always fails the check.");

    private static final Term<MissingPolicy> WHEN_TOO_LITTLE_HISTORY = Term.defaulting(
            "whenTooLittleHistory",
            ChoiceType.of("policy", MissingPolicy.class),
            "skip",
            "warn",
            "The outcome if there are too few usable earlier partitions.");

    private static final Term<MissingPolicy> WHEN_BASELINE_EMPTY = Term.defaulting(
            "whenBaselineEmpty",
            ChoiceType.of("policy", MissingPolicy.class),
            "skip",
            "fail",
            "The outcome if the baseline is 0 bytes or objects, so that the percentage change is undefined.");

    static final CheckKind KIND = new CheckKind(
            new Vocabulary(
                    "delta",
                    "Checks that the change compared with earlier partitions, (current - baseline) / baseline, is within"
                            + " limits. The earlier partitions are read from the lake; lakecheck stores no history.",
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

    private static Optional<DeltaCheck> make(BlockValues values, DatasetKind kind, Problems problems) {
        int before = problems.size();
        rejectContradictions(values, kind, problems);
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
                                integer(values.find(HISTORY)),
                                integer(values.find(LOOKBACK)),
                                new DeltaPolicies(
                                        values.of(WHEN_ABSENT),
                                        values.of(WHEN_TOO_LITTLE_HISTORY),
                                        values.of(WHEN_BASELINE_EMPTY)),
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
        if (values.of(OF) == Volume.OBJECTS && values.of(AT_LEAST).isSize()) {
            problems.add(
                    values.origin(AT_LEAST),
                    "atLeast is a size in bytes, but delta compares the number of objects",
                    "Use a number without a unit, such as atLeast: 20");
        }
        Optional<Long> lookback = values.find(LOOKBACK);
        if (lookback.isPresent() && lookback.get() < values.find(HISTORY).orElse(1L)) {
            problems.add(
                    values.origin(LOOKBACK),
                    "lookback is smaller than history",
                    "Increase lookback to at least the value of history");
        }
    }

    private static OptionalInt integer(Optional<Long> count) {
        return count.map(Math::toIntExact).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
