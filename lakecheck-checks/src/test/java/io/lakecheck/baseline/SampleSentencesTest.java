// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.lakecheck.DeltaCheck;
import io.lakecheck.Sentences;
import io.lakecheck.partition.Rhythm;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Pins the texts of sample baselines and of tolerances. */
class SampleSentencesTest {

    private static final String DAY = "2026-01-15";
    private static final SampleBaseline MEDIAN = new SampleBaseline(Rhythm.EVERY, 10, Statistic.MEDIAN);
    private static final Tolerance THIRD = Tolerance.of(TestDays.percent(33), TestDays.percent(33));

    private final Sentences sentences = new Sentences();

    @Test
    void pins_the_sentences_of_sample_baselines() {
        TestDays days = TestDays.daily().each("2026-01-03", "2026-01-13", 100).with(DAY, 80);
        delta("previous, with an excluded day", days, SampleBaseline.PREVIOUS, THIRD);
        delta("more partitions than are named", days, MEDIAN, THIRD);
        delta("deviation", days, MEDIAN, new Tolerance(Optional.empty(), Optional.empty(), three(), 0));
        delta("deviation and drop", days, MEDIAN, new Tolerance(TestDays.percent(33), Optional.empty(), three(), 0));
        delta("too little history", TestDays.daily().with(DAY, 80), SampleBaseline.PREVIOUS, THIRD);
        delta("empty history", TestDays.daily().with("2026-01-14", 0).with(DAY, 80), SampleBaseline.PREVIOUS, THIRD);
        Stream.of(SampleBaseline.SAME_WEEKDAY, SampleBaseline.SAME_DAY_OF_MONTH, MEDIAN)
                .forEach(baseline -> sentences.add("name of " + baseline, baseline.toString()));
        for (Exclusion exclusion : Exclusion.values()) {
            sentences.add("exclusion " + exclusion.name(), exclusion.toString());
        }
        sentences.add(
                "no limit on a rise",
                Tolerance.of(TestDays.percent(30), Optional.empty()).text());
        sentences.add(
                "no limit on a drop",
                Tolerance.of(Optional.empty(), TestDays.percent(30)).text());
        error("no partition", () -> new SampleBaseline(Rhythm.EVERY, 0, Statistic.MEAN));
        error("negative drop", () -> Tolerance.of(TestDays.percent(-1), Optional.empty()));
        error(
                "deviation of 0",
                () -> new Tolerance(Optional.empty(), Optional.empty(), Optional.of(BigDecimal.ZERO), 0));
        error("negative atLeast", () -> new Tolerance(Optional.empty(), Optional.empty(), Optional.empty(), -1));

        sentences.check("baseline-sample");
    }

    private void delta(String name, TestDays days, SampleBaseline baseline, Tolerance tolerance) {
        sentences.add(name, days.judge(DeltaCheck.of(baseline, tolerance), DAY).text());
    }

    private void error(String name, ThrowingCallable call) {
        sentences.add(
                name,
                Optional.ofNullable(catchThrowable(call))
                        .map(Throwable::getMessage)
                        .orElseThrow());
    }

    private static Optional<BigDecimal> three() {
        return Optional.of(BigDecimal.valueOf(3));
    }
}
