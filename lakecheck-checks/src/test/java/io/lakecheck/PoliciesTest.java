// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private final Days absent = Days.daily().with("2026-01-04", 100);
    private final Days firstOfAll = Days.daily().with("2026-01-05", 100);
    private final Days afterNothing = Days.daily().with("2026-01-04", 0).with("2026-01-05", 100);

    @Test
    void an_absent_partition_fails_by_default() {
        assertThat(judge(absent, Policies.DEFAULT, Severity.FAIL)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void an_absent_partition_counts_as_the_checks_severity_says() {
        assertThat(judge(absent, Policies.DEFAULT, Severity.WARN)).isEqualTo(Outcome.WARNED);
    }

    @Test
    void an_absent_partition_can_be_skipped_where_recency_tells_already() {
        Policies skip = new Policies(Policy.SKIP, Policy.SKIP, Policy.SKIP);

        assertThat(judge(absent, skip, Severity.FAIL)).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void an_empty_partition_fails_whatever_is_said_of_absent_ones() {
        Policies skip = new Policies(Policy.SKIP, Policy.SKIP, Policy.SKIP);
        Days empty = Days.daily().with("2026-01-04", 100).with("2026-01-05", 0);

        assertThat(judge(empty, skip, Severity.FAIL)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void too_little_history_is_skipped_and_says_how_much_there_is() {
        Verdict verdict = firstOfAll.judge(delta(Policies.DEFAULT, Severity.FAIL), "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.text())
                .startsWith("0 earlier partitions to compare 100 B with; at least 1 needed;"
                        + " left out dt=2026-01-04 (absent), ");
    }

    @Test
    void too_little_history_can_warn_or_fail() {
        assertThat(judge(firstOfAll, new Policies(Policy.FAIL, Policy.WARN, Policy.SKIP), Severity.FAIL))
                .isEqualTo(Outcome.WARNED);
        assertThat(judge(firstOfAll, new Policies(Policy.FAIL, Policy.FAIL, Policy.SKIP), Severity.FAIL))
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_baseline_of_nothing_is_skipped_and_says_why() {
        Verdict verdict = afterNothing.judge(delta(Policies.DEFAULT, Severity.FAIL), "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.text())
                .isEqualTo("100 B after 0 B, no change in percent can be told from nothing; previous: dt=2026-01-04");
    }

    @Test
    void a_baseline_of_nothing_can_warn_or_fail() {
        assertThat(judge(afterNothing, new Policies(Policy.FAIL, Policy.SKIP, Policy.WARN), Severity.FAIL))
                .isEqualTo(Outcome.WARNED);
        assertThat(judge(afterNothing, new Policies(Policy.FAIL, Policy.SKIP, Policy.FAIL), Severity.FAIL))
                .isEqualTo(Outcome.FAILED);
    }

    private static Outcome judge(Days days, Policies policies, Severity severity) {
        return days.judge(delta(policies, severity), "2026-01-05").outcome();
    }

    private static Delta delta(Policies policies, Severity severity) {
        return new Delta(
                Sample.PREVIOUS,
                Tolerance.of(Days.percent(30), Days.percent(30)),
                Volume.BYTES,
                OptionalInt.empty(),
                OptionalInt.empty(),
                policies,
                severity);
    }
}
