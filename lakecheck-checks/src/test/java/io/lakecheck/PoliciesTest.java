// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a delta that has nothing to go by, whatever it is against. 2026-01-05 is a Monday. */
class PoliciesTest {

    private static final Tolerance A_THIRD = Tolerance.of(Days.percent(30), Days.percent(30));

    private final Days absent = history().without("2026-01-05");
    private final Days empty = history().with("2026-01-05", 0);
    private final Days firstOfAll = Days.daily().with("2026-01-05", 100);
    private final Days afterNothing = Days.daily().with("2026-01-04", 0).with("2026-01-05", 100);

    @Test
    void by_default_what_is_absent_fails_and_what_can_not_be_judged_is_skipped() {
        assertThat(Policies.DEFAULT).isEqualTo(new Policies(Policy.FAIL, Policy.SKIP, Policy.SKIP));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_absent_partition_counts_as_its_policy_says(Baseline against, Policy policy, Severity severity, Outcome as) {
        Policies policies = new Policies(policy, Policy.SKIP, Policy.SKIP);

        assertThat(judge(absent, against, policies, severity)).isEqualTo(as);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_absent_partition_counts_so_without_a_history_too(
            Baseline against, Policy policy, Severity severity, Outcome as) {
        Policies policies = new Policies(policy, Policy.FAIL, Policy.FAIL);

        assertThat(judge(Days.daily(), against, policies, severity)).isEqualTo(as);
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void an_empty_partition_fails_whatever_is_said_of_absent_ones(Baseline against) {
        Policies skip = new Policies(Policy.SKIP, Policy.SKIP, Policy.SKIP);

        assertThat(judge(empty, against, skip, Severity.FAIL)).isEqualTo(Outcome.FAILED);
        assertThat(judge(empty, against, skip, Severity.WARN)).isEqualTo(Outcome.WARNED);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void too_little_history_counts_as_its_policy_says(Baseline against, Policy policy, Severity severity, Outcome as) {
        Policies policies = new Policies(Policy.FAIL, policy, Policy.FAIL);

        assertThat(judge(firstOfAll, against, policies, severity)).isEqualTo(as);
    }

    @ParameterizedTest
    @EnumSource
    void usual_by_itself_has_too_little_history_as_its_policy_says(Policy policy) {
        Delta bare =
                delta(new Usual(), Tolerance.DEFAULT, new Policies(Policy.FAIL, policy, Policy.FAIL), Severity.FAIL);

        assertThat(firstOfAll.judge(bare, "2026-01-05").outcome()).isEqualTo(policy.outcome(Severity.FAIL));
    }

    @Test
    void too_little_history_says_how_much_there_is() {
        Verdict verdict =
                firstOfAll.judge(delta(Sample.PREVIOUS, A_THIRD, Policies.DEFAULT, Severity.FAIL), "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.text())
                .startsWith("0 earlier partitions to compare 100 B with; at least 1 needed;"
                        + " left out dt=2026-01-04 (absent), ");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_baseline_of_nothing_counts_as_its_policy_says(
            Baseline against, Policy policy, Severity severity, Outcome as) {
        Policies policies = new Policies(Policy.FAIL, Policy.FAIL, policy);

        assertThat(judge(afterNothing, against, policies, severity)).isEqualTo(as);
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void a_baseline_of_nothing_says_why_no_change_can_be_told(Baseline against) {
        Verdict verdict = afterNothing.judge(delta(against, A_THIRD, Policies.DEFAULT, Severity.FAIL), "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.text())
                .startsWith(
                        "100 B after 0 B, no change in percent can be told from nothing; previous: left out dt=2026-01-04"
                                + " (holds nothing), dt=2026-01-03 (absent), ");
    }

    @Test
    void to_usual_by_itself_days_of_nothing_are_no_history() {
        Policies policies = new Policies(Policy.FAIL, Policy.WARN, Policy.FAIL);

        assertThat(afterNothing
                        .judge(delta(new Usual(), Tolerance.DEFAULT, policies, Severity.FAIL), "2026-01-05")
                        .outcome())
                .isEqualTo(Outcome.WARNED);
    }

    static Stream<Baseline> baselines() {
        return Stream.of(Sample.PREVIOUS, new Usual());
    }

    /** Each policy with each severity, against each kind of baseline. */
    static Stream<Arguments> cases() {
        return baselines()
                .flatMap(against -> Stream.of(
                        Arguments.of(against, Policy.FAIL, Severity.FAIL, Outcome.FAILED),
                        Arguments.of(against, Policy.FAIL, Severity.WARN, Outcome.WARNED),
                        Arguments.of(against, Policy.WARN, Severity.FAIL, Outcome.WARNED),
                        Arguments.of(against, Policy.WARN, Severity.WARN, Outcome.WARNED),
                        Arguments.of(against, Policy.SKIP, Severity.FAIL, Outcome.SKIPPED),
                        Arguments.of(against, Policy.SKIP, Severity.WARN, Outcome.SKIPPED)));
    }

    /** Twenty weeks in which each day is like the others. */
    private static Days history() {
        LocalDate monday = LocalDate.parse("2026-01-05");
        return Days.daily().each(monday.minusWeeks(20).toString(), monday.toString(), 1_000_000);
    }

    private static Outcome judge(Days days, Baseline against, Policies policies, Severity severity) {
        return days.judge(delta(against, A_THIRD, policies, severity), "2026-01-05")
                .outcome();
    }

    private static Delta delta(Baseline against, Tolerance tolerance, Policies policies, Severity severity) {
        return new Delta(
                against, tolerance, Volume.BYTES, OptionalInt.empty(), OptionalInt.empty(), policies, severity);
    }
}
