// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.Statistic;
import io.lakecheck.baseline.TestDays;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Limits;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that flawed days are excluded from all baselines, and that the verdict gives the reason. 2026-01-05 is a
 * Monday.
 */
class FairMeasureTest {

    private static final LocalDate JUDGED = LocalDate.parse("2026-01-05");

    private static final RecencyCheck SEALED = new RecencyCheck(
            Optional.of("_SUCCESS"), true, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);

    private static final SizeCheck AT_LEAST_50 = new SizeCheck(
            new Limits(OptionalLong.of(50), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.FAIL);

    private static final Tolerance A_THIRD = Tolerance.of(TestDays.percent(33), TestDays.percent(33));

    /** The flaws that exclude a day from baselines. */
    enum Flaw {
        ABSENT("absent"),
        EMPTY("empty"),
        UNSEALED("no marker"),
        CHANGED("changed after its marker"),
        TOO_SMALL("outside the size limits"),
        OUTSIDE("outside the calendar"),
        EXCEPTED("a holiday or exception date");

        private final String reason;

        Flaw(String reason) {
            this.reason = reason;
        }

        boolean isTheCalendars() {
            return this == OUTSIDE || this == EXCEPTED;
        }

        /** Returns a calendar for days, one of which has this flaw. */
        Calendar calendar(Set<LocalDate> days, LocalDate flawed) {
            Set<LocalDate> others = new HashSet<>(days);
            others.remove(flawed);
            // Without a later date, there would be a warning that the list ends.
            others.add(LocalDate.of(2099, 1, 1));
            return switch (this) {
                case OUTSIDE -> new Calendar(Calendar.EVERY_DAY.days().weekdays(), Set.of(), others, Optional.empty());
                case EXCEPTED -> new Calendar(Calendar.EVERY_DAY.days().weekdays(), Set.of(flawed));
                default -> Calendar.EVERY_DAY;
            };
        }

        /** Adds this flaw to a day without flaws. */
        void spoil(TestDays days, LocalDate day) {
            String folder = "s3://refined/kpi/dt=" + day + "/";
            switch (this) {
                case ABSENT -> days.without(day.toString()).lake().remove(folder + "_SUCCESS");
                case EMPTY -> days.without(day.toString());
                case UNSEALED -> days.lake().remove(folder + "_SUCCESS");
                case CHANGED -> days.lake().put(folder + "part-1", 1, "2029-01-01T00:00:00Z");
                case TOO_SMALL -> days.with(day.toString(), 49);
                case OUTSIDE, EXCEPTED -> days.with(day.toString(), 9_999_999);
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_flawed_day_is_left_out_of_a_sample(SampleBaseline sample, Flaw flaw) {
        List<LocalDate> candidates = candidates(sample);
        TestDays days = days(candidates, flaw);

        Verdict verdict = days.judge(DeltaCheck.of(sample, A_THIRD), JUDGED.toString());

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.reason()).startsWith(sample + ": dt=" + candidates.get(1));
        if (flaw == Flaw.OUTSIDE) {
            // A date that is not listed is not part of the dataset.
            assertThat(verdict.reason()).doesNotContain("excluded");
        } else {
            assertThat(verdict.reason()).contains("excluded: dt=" + candidates.get(0) + " (" + flaw.reason + ")");
        }
        assertThat(verdict.figures().get(Figure.BASELINE)).isEqualByComparingTo("100");
    }

    static Stream<Arguments> a_flawed_day_is_left_out_of_a_sample() {
        return Stream.of(
                        SampleBaseline.PREVIOUS,
                        SampleBaseline.SAME_WEEKDAY,
                        SampleBaseline.SAME_DAY_OF_MONTH,
                        new SampleBaseline(Rhythm.EVERY, 2, Statistic.MEAN),
                        new SampleBaseline(Rhythm.EVERY, 2, Statistic.MEDIAN),
                        new SampleBaseline(Rhythm.SAME_WEEKDAY, 2, Statistic.MEDIAN))
                .flatMap(sample -> Stream.of(Flaw.values()).map(flaw -> Arguments.of(sample, flaw)));
    }

    @ParameterizedTest
    @EnumSource
    void a_flawed_day_is_left_out_of_the_usual_volume(Flaw flaw) {
        List<LocalDate> past = Stream.iterate(JUDGED.minusDays(1), day -> day.minusDays(1))
                .limit(7 * 20)
                .toList();
        LocalDate flawed = past.get(0);

        Verdict verdict = days(past, flaw).judge(DeltaCheck.DEFAULT, JUDGED.toString());

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.figures().get(Figure.BASELINE)).isEqualByComparingTo("100");
        assertThat(verdict.history().get(0).text()).isEqualTo("dt=" + flawed + " (" + flaw.reason + ")");
        assertThat(verdict.history().stream()
                        .filter(HistoryEntry::isUsable)
                        .map(precedent -> precedent.partition().label()))
                .isNotEmpty()
                .doesNotContain("dt=" + flawed, "dt=" + JUDGED);
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY", "UNSEALED", "CHANGED", "TOO_SMALL"})
    void a_day_after_a_flawed_day_is_compared_with_the_last_good_one(Flaw flaw) {
        List<LocalDate> past = candidates(SampleBaseline.PREVIOUS);
        TestDays asGood = days(past, flaw);
        TestDays asBad = days(past, flaw).with(JUDGED.toString(), 60);

        assertThat(asGood.judge(DeltaCheck.of(SampleBaseline.PREVIOUS, A_THIRD), JUDGED.toString())
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(asBad.judge(DeltaCheck.of(SampleBaseline.PREVIOUS, A_THIRD), JUDGED.toString())
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    /** Returns the checked day and the given days, all with the same size. The first of the given days has the flaw. */
    private static TestDays days(List<LocalDate> past, Flaw flaw) {
        Set<LocalDate> all = new HashSet<>(past);
        all.add(JUDGED);
        TestDays days = TestDays.daily().checkedBy(SEALED, AT_LEAST_50).on(flaw.calendar(all, past.get(0)));
        all.forEach(day -> days.with(day.toString(), 100).sealed(day.toString()));
        flaw.spoil(days, past.get(0));
        return days;
    }

    /** Returns the days that a sample baseline reads first. */
    private static List<LocalDate> candidates(SampleBaseline sample) {
        Span span = new Span(Period.DAY, JUDGED.atStartOfDay(), ZoneOffset.UTC, Duration.ZERO);
        return sample.rhythm()
                .earlier(span)
                .limit(4)
                .map(earlier -> earlier.from().toLocalDate())
                .toList();
    }
}
