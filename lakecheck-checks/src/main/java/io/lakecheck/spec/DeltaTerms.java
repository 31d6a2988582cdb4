// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.MissingPolicy;
import io.lakecheck.baseline.Baseline;
import io.lakecheck.baseline.Volume;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;

/** The definitions of the keys that are valid only in {@code delta}. */
final class DeltaTerms {

    /**
     * The maximum for {@code history} and {@code lookback}: more periods than any baseline needs, but few enough to
     * list.
     */
    private static final int FARTHEST = 9600;

    static final Term<Baseline> AGAINST = Term.defaulting(
            "against",
            BaselineType.TYPE,
            "usual",
            "median of 4 same-weekday",
            "The baseline to compare the partition with.",
            "`usual` predicts the size from earlier partitions for the same weekday, the recent trend, the typical"
                    + " variation, and the same time last year. It excludes incidents and adapts to lasting changes.",
            "All other baselines use the most recent partitions that are not empty, are sealed, and are within the"
                    + " dataset's size limits and calendar. `same day of month` compares the last day of a month with"
                    + " the last days of other months.");

    static final Term<Percentage> DROP = Term.optional(
            "drop",
            PercentageType.UP_TO_ALL,
            "30%",
            "The largest decrease that passes.",
            "By default, any decrease passes; baselines other than `usual` require a limit, `drop`, `rise` or `deviation`. With `usual`, this limit replaces `deviation` for decreases.");

    static final Term<Percentage> RISE = Term.optional(
            "rise",
            PercentageType.ANY,
            "100%",
            "The largest increase that passes.",
            "By default, any increase passes; baselines other than `usual` require a limit, `drop`, `rise` or `deviation`. With `usual`, this limit replaces `deviation` for increases.");

    static final Term<BigDecimal> DEVIATION = Term.optional(
            "deviation",
            MultipleType.TYPE,
            "3",
            "The largest deviation that passes, up or down, as a multiple of the typical deviation.",
            "Works with `usual` (2 by default) and with `median of n`.",
            "A lower value such as 1.4 detects smaller problems but causes more false alarms.",
            "With `median of n`, the typical deviation is 1.4826 times the median absolute deviation, but at least 3%"
                    + " of the median.");

    static final Term<Volume> OF = Term.defaulting(
            "of", ChoiceType.of("volume", Volume.class), "bytes", "objects", "The quantity to compare.");

    static final Term<Amount> AT_LEAST = Term.defaulting(
            "atLeast",
            Amount.TYPE,
            "0",
            "50 kB",
            "The smallest change, in bytes or objects, that can exceed a limit.",
            "Smaller changes pass, however large they are as a percentage.");

    static final Term<Long> HISTORY = Term.optional(
            "history",
            new CountType(1, FARTHEST),
            "3",
            "The minimum number of usable earlier partitions.",
            "If there are fewer, `whenTooLittleHistory` applies.",
            "The default is 1. With `deviation`, it is 5 or the size of the baseline, whichever is smaller. With"
                    + " `usual`, it is 10 comparable days, and lower values have no effect.",
            "The maximum is the size of the baseline, or 28 with `usual`.");

    static final Term<Long> LOOKBACK = Term.optional(
            "lookback",
            new CountType(1, FARTHEST),
            "14",
            "The maximum number of earlier periods to search for usable partitions.",
            "The default is twice the size of the baseline, but at least 7. `usual` searches the last 140 days"
                    + " and the days around the same time last year. If partitions are longer than a day, or data is"
                    + " expected on few days, it searches the last 60 periods that are expected.");

    static final Term<MissingPolicy> WHEN_ABSENT = Term.defaulting(
            "whenAbsent",
            ChoiceType.of("policy", MissingPolicy.class),
            "fail",
            "skip",
            "The outcome if the partition is absent after its deadline.",
            "Use `skip` if `recency` already reports it. A partition that is present but empty always fails the"
                    + " check.");

    static final Term<MissingPolicy> WHEN_TOO_LITTLE_HISTORY = Term.defaulting(
            "whenTooLittleHistory",
            ChoiceType.of("policy", MissingPolicy.class),
            "skip",
            "warn",
            "The outcome if there are too few usable earlier partitions.");

    static final Term<MissingPolicy> WHEN_BASELINE_EMPTY = Term.defaulting(
            "whenBaselineEmpty",
            ChoiceType.of("policy", MissingPolicy.class),
            "skip",
            "fail",
            "The outcome if the baseline is 0 bytes or objects, in which case the percentage change is undefined.");

    private DeltaTerms() {}
}
