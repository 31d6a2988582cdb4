// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacktestConsoleTest {

    private final Lines console = Lines.painted();

    @Test
    void tells_a_line_a_check_in_columns_and_below_it_the_days_on_which_it_rang() {
        new BacktestConsole(console).report(Backtests.mixed());

        assertThat(console.lines)
                .startsWith(
                        "I ",
                        "I The 12 days to 2026-01-13 06:00:00 Z, each partition as of its deadline, by what is there now:"
                                + " partitions that were repaired look good",
                        "I ",
                        "I kpi-daily recency  rang  1 of 12  (11 passed, 1 warned)",
                        "I     dt=2026-01-03 {WARNED}: arrived 2026-01-04 09:00:00 Z, 3 h late, due 2026-01-04 06:00:00 Z",
                        "I kpi-daily size     rang  1 of 12  (11 passed, 1 failed)",
                        "I     dt=2026-01-03 {FAILED}: 80 B in 1 object, at least 90 B",
                        "I kpi-daily size 2   rang 12 of 12  (12 failed)",
                        "I     dt=2026-01-01 {FAILED}: 100 B in 1 object, at least 101 B")
                .endsWith("I     and 2 more", "I ", "I 1 LIST request for $0.000005");
    }

    @Test
    void says_why_days_were_skipped() {
        new BacktestConsole(console).report(Backtests.copied());

        assertThat(console.lines)
                .containsSubsequence(
                        "I kpi-daily recency  rang  0 of 12  (12 skipped)",
                        "I     12 {SKIPPED}, at last dt=2026-01-12: last written 2026-03-01 10:00:00 Z, within a day of 11"
                                + " other overdue partitions; that tells of a copy, a restore or a backfill, not of when it came",
                        "I kpi-daily size     rang  0 of 12  (12 passed)");
    }

    @Test
    void hostile_names_stay_on_their_line_and_can_not_paint() {
        new BacktestConsole(console).report(Backtests.hostile());

        assertThat(console.lines).allSatisfy(line -> assertThat(line.chars())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT));
    }
}
