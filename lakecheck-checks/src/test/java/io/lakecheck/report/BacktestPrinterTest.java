// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacktestPrinterTest {

    private final RecordingConsole console = RecordingConsole.colored();

    @Test
    void prints_a_line_for_each_check_in_columns() {
        new BacktestPrinter(console).print(Backtests.mixed());

        assertThat(console.lines)
                .filteredOn(line -> line.startsWith("I kpi-daily "))
                .containsExactly(
                        "I kpi-daily recency  alerted on  1 of 12 days  (11 passed, 1 warned)",
                        "I kpi-daily size     alerted on  1 of 12 days  (11 passed, 1 failed)",
                        "I kpi-daily size 2   alerted on 12 of 12 days  (12 failed)");
    }

    @Test
    void lists_the_alerts_of_a_check_below_its_line() {
        new BacktestPrinter(console).print(Backtests.mixed());

        int recency = index("I kpi-daily recency ");
        assertThat(console.lines.get(recency + 1))
                .startsWith("I     dt=2026-01-03 {WARNED}: ")
                .contains("3 h late");
        int size = index("I kpi-daily size ");
        assertThat(console.lines.get(size + 1)).startsWith("I     dt=2026-01-03 {FAILED}: 80 B in 1 object");
    }

    @Test
    void lists_at_most_ten_alerts_and_counts_the_rest() {
        new BacktestPrinter(console).print(Backtests.mixed());

        assertThat(console.lines).contains("I     and 2 more");
        assertThat(console.lines).last().asString().contains("1 LIST request", "$0.000005");
    }

    @Test
    void shows_why_days_were_skipped_by_the_newest() {
        new BacktestPrinter(console).print(Backtests.copied());

        assertThat(console.lines.get(index("I kpi-daily recency ") + 1))
                .startsWith("I     12 {SKIPPED}, ")
                .contains("dt=2026-01-12: ", "2026-03-01 10:00:00 Z");
    }

    @Test
    void suggests_a_longer_backtest_if_there_are_only_a_few_long_periods() {
        new BacktestPrinter(console).print(Backtests.quarters());

        assertThat(console.lines)
                .containsOnlyOnce("I     kpi has only 1 quarter in 90 days, too few to judge its checks."
                        + " For a longer backtest, set -Dlakecheck.days=800");
    }

    @Test
    void hostile_names_neither_break_lines_nor_set_colors() {
        new BacktestPrinter(console).print(Backtests.hostile());

        assertThat(console.lines).allSatisfy(line -> assertThat(line.chars())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> Character.getType(c) == Character.FORMAT));
    }

    private int index(String prefix) {
        for (int i = 0; i < console.lines.size(); i++) {
            if (console.lines.get(i).startsWith(prefix)) {
                return i;
            }
        }
        throw new AssertionError("no line starts with " + prefix + " in " + console.lines);
    }
}
