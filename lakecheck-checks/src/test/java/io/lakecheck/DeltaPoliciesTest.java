// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.baseline.Baseline;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.SeasonalBaseline;
import io.lakecheck.baseline.TestDays;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the outcomes of delta checks without data or history, for each baseline. 2026-01-05 is a Monday. */
class DeltaPoliciesTest {

    private static final Tolerance A_THIRD = Tolerance.of(TestDays.percent(30), TestDays.percent(30));

    private final TestDays absent = history().without("2026-01-05");
    private final TestDays empty = history().with("2026-01-05", 0);
    private final TestDays first = TestDays.daily().with("2026-01-05", 100);
    private final TestDays afterEmpty = TestDays.daily().with("2026-01-04", 0).with("2026-01-05", 100);

    @Test
    void by_default_absence_fails_and_missing_history_is_skipped() {
        assertThat(DeltaPolicies.DEFAULT)
                .isEqualTo(new DeltaPolicies(MissingPolicy.FAIL, MissingPolicy.SKIP, MissingPolicy.SKIP));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_policy_decides_on_an_absent_partition(
            Baseline against, MissingPolicy policy, Severity severity, Outcome as) {
        DeltaPolicies policies = new DeltaPolicies(policy, MissingPolicy.SKIP, MissingPolicy.SKIP);

        assertThat(judge(absent, against, policies, severity)).isEqualTo(as);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_policy_decides_on_absence_without_history_too(
            Baseline against, MissingPolicy policy, Severity severity, Outcome as) {
        DeltaPolicies policies = new DeltaPolicies(policy, MissingPolicy.FAIL, MissingPolicy.FAIL);

        assertThat(judge(TestDays.daily(), against, policies, severity)).isEqualTo(as);
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void an_empty_partition_fails_regardless_of_the_policy(Baseline against) {
        DeltaPolicies skip = new DeltaPolicies(MissingPolicy.SKIP, MissingPolicy.SKIP, MissingPolicy.SKIP);

        assertThat(judge(empty, against, skip, Severity.FAIL)).isEqualTo(Outcome.FAILED);
        assertThat(judge(empty, against, skip, Severity.WARN)).isEqualTo(Outcome.WARNED);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_policy_decides_on_too_little_history(
            Baseline against, MissingPolicy policy, Severity severity, Outcome as) {
        DeltaPolicies policies = new DeltaPolicies(MissingPolicy.FAIL, policy, MissingPolicy.FAIL);

        assertThat(judge(first, against, policies, severity)).isEqualTo(as);
    }

    @ParameterizedTest
    @EnumSource
    void the_policy_decides_on_too_little_history_for_usual(MissingPolicy policy) {
        DeltaCheck bare = delta(
                new SeasonalBaseline(),
                Tolerance.DEFAULT,
                new DeltaPolicies(MissingPolicy.FAIL, policy, MissingPolicy.FAIL),
                Severity.FAIL);

        assertThat(first.judge(bare, "2026-01-05").outcome()).isEqualTo(policy.outcome(Severity.FAIL));
    }

    @Test
    void too_little_history_reports_how_much_there_is() {
        Verdict verdict = first.judge(
                delta(SampleBaseline.PREVIOUS, A_THIRD, DeltaPolicies.DEFAULT, Severity.FAIL), "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.text())
                .contains(
                        "100 B",
                        "no usable earlier partitions",
                        "at least 1 is required",
                        "excluded: dt=2025-12-29 to dt=2026-01-04 (absent)");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_policy_decides_on_an_empty_baseline(
            Baseline against, MissingPolicy policy, Severity severity, Outcome as) {
        DeltaPolicies policies = new DeltaPolicies(MissingPolicy.FAIL, MissingPolicy.FAIL, policy);

        assertThat(judge(afterEmpty, against, policies, severity)).isEqualTo(as);
    }

    @Test
    void an_empty_baseline_reports_that_the_change_is_undefined() {
        Verdict verdict = afterEmpty.judge(
                delta(SampleBaseline.PREVIOUS, A_THIRD, DeltaPolicies.DEFAULT, Severity.FAIL), "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.text())
                .contains(
                        "100 B compared with 0 B",
                        "undefined",
                        "dt=2026-01-04 (",
                        "dt=2025-12-29 to dt=2026-01-03 (absent)");
    }

    @Test
    void usual_does_not_count_empty_days_as_history() {
        DeltaPolicies policies = new DeltaPolicies(MissingPolicy.FAIL, MissingPolicy.WARN, MissingPolicy.FAIL);

        assertThat(afterEmpty
                        .judge(delta(new SeasonalBaseline(), Tolerance.DEFAULT, policies, Severity.FAIL), "2026-01-05")
                        .outcome())
                .isEqualTo(Outcome.WARNED);
    }

    static Stream<Baseline> baselines() {
        return Stream.of(SampleBaseline.PREVIOUS, new SeasonalBaseline());
    }

    static Stream<Arguments> samples() {
        return cases().filter(arguments -> arguments.get()[0] instanceof SampleBaseline);
    }

    /** Returns each policy with each severity and each kind of baseline. */
    static Stream<Arguments> cases() {
        return baselines()
                .flatMap(against -> Stream.of(
                        Arguments.of(against, MissingPolicy.FAIL, Severity.FAIL, Outcome.FAILED),
                        Arguments.of(against, MissingPolicy.FAIL, Severity.WARN, Outcome.WARNED),
                        Arguments.of(against, MissingPolicy.WARN, Severity.FAIL, Outcome.WARNED),
                        Arguments.of(against, MissingPolicy.WARN, Severity.WARN, Outcome.WARNED),
                        Arguments.of(against, MissingPolicy.SKIP, Severity.FAIL, Outcome.SKIPPED),
                        Arguments.of(against, MissingPolicy.SKIP, Severity.WARN, Outcome.SKIPPED)));
    }

    /** Returns twenty weeks in which all days have the same size. */
    private static TestDays history() {
        LocalDate monday = LocalDate.parse("2026-01-05");
        return TestDays.daily().each(monday.minusWeeks(20).toString(), monday.toString(), 1_000_000);
    }

    private static Outcome judge(TestDays days, Baseline against, DeltaPolicies policies, Severity severity) {
        return days.judge(delta(against, A_THIRD, policies, severity), "2026-01-05")
                .outcome();
    }

    private static DeltaCheck delta(Baseline against, Tolerance tolerance, DeltaPolicies policies, Severity severity) {
        return new DeltaCheck(
                against, tolerance, Volume.BYTES, OptionalInt.empty(), OptionalInt.empty(), policies, severity);
    }
}
