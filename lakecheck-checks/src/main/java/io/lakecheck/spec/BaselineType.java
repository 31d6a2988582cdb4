// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.baseline.Baseline;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.SeasonalBaseline;
import io.lakecheck.baseline.Statistic;
import io.lakecheck.partition.Rhythm;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The syntax of baselines, such as {@code usual}, {@code previous} and {@code median of 4 same-weekday}. */
final class BaselineType extends ScalarType<Baseline> {

    private static final Map<String, Baseline> NAMED = Map.of(
            "usual", new SeasonalBaseline(),
            "previous", SampleBaseline.PREVIOUS,
            "same weekday", SampleBaseline.SAME_WEEKDAY,
            "same day of month", SampleBaseline.SAME_DAY_OF_MONTH);

    private static final List<String> KNOWN = List.of(
            "usual",
            "previous",
            "same weekday",
            "same day of month",
            "mean of 7",
            "median of 7",
            "median of 4 same-weekday",
            "mean of 4 same-weekday");

    private static final Pattern SAMPLE =
            Pattern.compile("(mean|median) of ([0-9]{1,3})(?: (same-weekday|same-day-of-month))?");

    static final BaselineType TYPE = new BaselineType();

    private BaselineType() {
        super(
                "baseline",
                "usual, previous, same weekday, same day of month, mean of n, median of n or median of n same-weekday",
                "usual|previous|same weekday|same day of month|" + SAMPLE.pattern());
    }

    @Override
    Baseline parse(String text) {
        Baseline named = NAMED.get(text);
        return named == null ? sample(text) : named;
    }

    private static SampleBaseline sample(String text) {
        Matcher words = SAMPLE.matcher(text);
        if (!words.matches()) {
            throw new IllegalStateException("the pattern allows a baseline that can't be parsed: " + text);
        }
        Rhythm rhythm = words.group(3) == null
                ? Rhythm.EVERY
                : words.group(3).equals("same-weekday") ? Rhythm.SAME_WEEKDAY : Rhythm.SAME_DAY_OF_MONTH;
        return new SampleBaseline(
                rhythm,
                Integer.parseInt(words.group(2)),
                words.group(1).equals("mean") ? Statistic.MEAN : Statistic.MEDIAN);
    }

    @Override
    InvalidValueException explain(String text) {
        return new InvalidValueException(defect(text), NearestWord.didYouMean(text, KNOWN) + expectation());
    }

    @Override
    List<String> choices() {
        return KNOWN;
    }
}
