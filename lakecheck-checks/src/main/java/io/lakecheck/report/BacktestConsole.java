// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Backtest;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Text;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells people how often each check would have rung, and when. */
public final class BacktestConsole {

    /** More than these are in the JSON alone. */
    private static final int NAMED = 10;

    private final Console console;

    public BacktestConsole(Console console) {
        this.console = console;
    }

    /** A table with a line a check, and below each line what rang. */
    public void tell(Backtest backtest) {
        int width = backtest.series().stream()
                .mapToInt(series -> name(series).length())
                .max()
                .orElse(0);
        console.info("");
        console.info("The " + (backtest.days() == 1 ? "day" : backtest.days() + " days") + " to "
                + Text.moment(backtest.at(), ZoneOffset.UTC) + ", by what is there now: repaired partitions look"
                + " good, and lateness tells nothing of partitions that were copied or restored");
        console.info("");
        for (Backtest.Series series : backtest.series()) {
            console.info(String.format(
                    Locale.ROOT,
                    "%-" + Math.max(1, width) + "s  rang %d of %d  %s",
                    name(series),
                    series.rung().size(),
                    series.findings().size(),
                    counts(series)));
            rung(series.rung());
            skipped(series);
        }
        console.info("");
        console.info(Text.count(backtest.traffic().requests(), "LIST request") + " for $"
                + ListPrice.usd(backtest.traffic()).toPlainString());
    }

    private void rung(List<Finding> rung) {
        rung.stream().limit(NAMED).forEach(finding -> console.info("    " + told(finding)));
        if (rung.size() > NAMED) {
            console.info("    and " + (rung.size() - NAMED) + " more");
        }
    }

    /** What could not be judged is told by the last of its kind: mostly it is the oldest days that lack history. */
    private void skipped(Backtest.Series series) {
        series.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.SKIPPED)
                .reduce((first, second) -> second)
                .ifPresent(last -> console.info(
                        "    " + (series.count(Outcome.SKIPPED) == 1 ? "" : "the last one: ") + told(last)));
    }

    private String told(Finding finding) {
        return Text.visible(finding.partition().label()) + " "
                + console.painted(finding.outcome(), finding.outcome().toString()) + ": "
                + finding.verdict().text();
    }

    private static String name(Backtest.Series series) {
        return Text.visible(series.dataset().name()) + " " + series.check().name();
    }

    private static String counts(Backtest.Series series) {
        return List.of(Outcome.PASSED, Outcome.WARNED, Outcome.FAILED, Outcome.SKIPPED, Outcome.UNKNOWN).stream()
                .filter(outcome -> series.count(outcome) > 0)
                .map(outcome -> series.count(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
