// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 2026-01-02 is a Friday; it is judged at the moment at which it is due. */
class CompleteTest {

    private final MemoryLake lake = new MemoryLake();

    @Test
    void passes_when_each_of_the_last_days_is_there() {
        days(7);

        assertThat(judge(new Complete(7, Severity.FAIL)).text()).isEqualTo("all of the last 7 days complete");
    }

    @Test
    void lists_the_days_to_run_again_oldest_first_with_the_reason() {
        days(7);
        lake.remove(part(2)).remove(marker(2));
        lake.remove(part(4));
        lake.remove(marker(5));

        Verdict verdict = judge(new Complete(7, Severity.FAIL));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text())
                .isEqualTo(
                        "3 of the last 7 days not complete; run again dt=2025-12-28 (no marker), dt=2025-12-29 (empty),"
                                + " dt=2025-12-31 (absent)");
    }

    @Test
    void a_day_that_changed_after_its_marker_is_not_complete() {
        days(3);
        lake.put(part(1), 10, "2026-01-05T00:00:00Z");

        assertThat(judge(new Complete(3, Severity.FAIL)).why())
                .isEqualTo("run again dt=2026-01-01 (changed after its marker)");
    }

    @Test
    void the_judged_day_is_one_of_them() {
        days(3);
        lake.remove(part(0)).remove(marker(0));

        assertThat(judge(new Complete(3, Severity.FAIL)).text())
                .isEqualTo("1 of the last 3 days not complete; run again dt=2026-01-02 (absent)");
    }

    @Test
    void looks_no_further_back_than_it_is_told() {
        days(3);

        assertThat(judge(new Complete(3, Severity.FAIL)).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(new Complete(4, Severity.FAIL)).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void days_outside_the_calendar_are_not_counted() {
        days(1);
        days(8, 1);
        Calendar fridays = new Calendar(EnumSet.of(DayOfWeek.FRIDAY), Set.of(LocalDate.parse("2025-12-26")));

        assertThat(judge(fridays, new Complete(1, Severity.FAIL)).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge(fridays, new Complete(2, Severity.FAIL)).why()).isEqualTo("run again dt=2025-12-19 (absent)");
    }

    @Test
    void a_size_that_is_out_of_limits_is_another_check_s_affair() {
        days(3);

        Verdict verdict = Datasets.judge(
                lake,
                Datasets.DUE_AT,
                Datasets.daily(
                        Datasets.marked("_SUCCESS"), Datasets.atLeast(1_000_000), new Complete(3, Severity.FAIL)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void only_warns_where_it_is_told_so() {
        assertThat(judge(new Complete(2, Severity.WARN)).outcome()).isEqualTo(Outcome.WARNED);
    }

    @Test
    void is_unknown_where_one_of_them_can_not_be_seen() {
        days(3);
        Lake denied = (range, visitor) -> {
            if ("dt=2026-01-01/".startsWith(range.prefix())) {
                throw new LakeException(LakeException.Trouble.DENIED, "let it s3:ListBucket");
            }
            lake.list(range, visitor);
        };

        Verdict verdict = Datasets.judge(denied, Datasets.DUE_AT, dataset(new Complete(3, Severity.FAIL)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_month_of_days_costs_one_request() {
        days(30);

        Report report = Lakecheck.on(lake)
                .at(Datasets.clock(Datasets.DUE_AT))
                .run(Suite.of(dataset(new Complete(30, Severity.FAIL))));

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().requests()).isEqualTo(1);
    }

    private Verdict judge(Complete check) {
        return judge(Calendar.EVERY_DAY, check);
    }

    private Verdict judge(Calendar calendar, Complete check) {
        Instant due = Datasets.DUE_AT;
        return Datasets.judge(lake, due, Datasets.expected(calendar, Datasets.marked("_SUCCESS"), check));
    }

    private static Dataset dataset(Complete check) {
        return Datasets.daily(Datasets.marked("_SUCCESS"), check);
    }

    private void days(int count) {
        days(0, count);
    }

    private void days(int firstBack, int count) {
        for (int back = firstBack; back < firstBack + count; back++) {
            String day = LocalDate.parse("2026-01-03").minusDays(back).toString();
            lake.put(part(back), 10, day + "T02:00:00Z").put(marker(back), 0, day + "T02:00:01Z");
        }
    }

    private static String part(int back) {
        return folder(back) + "part-0";
    }

    private static String marker(int back) {
        return folder(back) + "_SUCCESS";
    }

    private static String folder(int back) {
        return "s3://refined/kpi/dt=" + LocalDate.parse("2026-01-02").minusDays(back) + "/";
    }
}
