// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.partition.Period;
import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints how often and when each check would have alerted in the past. */
public final class BacktestPrinter {

    /** The maximum number of alerts to print for each check. {@code backtest.json} contains all of them. */
    private static final int MAX_ALERTS = 10;

    /** With fewer periods, a backtest says little about a check. */
    private static final int MIN_PERIODS = 4;

    /** Enough days for a dataset of months. */
    private static final int YEAR = 400;

    /** The maximum number of days in a backtest. */
    private static final int LONGEST = 800;

    private final Console console;

    public BacktestPrinter(Console console) {
        this.console = console;
    }

    /** Prints one line for each check, followed by its alerts and, if it skipped periods, the most recent reason. */
    public void print(Backtest backtest) {
        List<Backtest.Series> all = backtest.series();
        List<String> names = NumberedNames.of(all.stream()
                .map(series -> Display.visible(series.dataset().name()) + " "
                        + series.check().name())
                .toList());
        int nameWidth = width(names, name -> name);
        int alertsWidth = width(all, series -> "" + series.alerts().size());
        int periodsWidth = width(all, BacktestPrinter::periods);
        console.info("");
        console.info("Backtest of the " + (backtest.days() == 1 ? "day" : backtest.days() + " days") + " up to "
                + Display.moment(backtest.at(), ZoneOffset.UTC));
        console.info("Each partition is checked as of its deadline, but against the objects that exist now, so repaired"
                + " partitions count as good.");
        console.info("");
        if (all.isEmpty()) {
            console.warn("nothing to backtest: no dataset has dates in its location");
        }
        for (int i = 0; i < all.size(); i++) {
            Backtest.Series series = all.get(i);
            console.info(padded(names.get(i), -nameWidth) + "  alerted on "
                    + padded("" + series.alerts().size(), alertsWidth) + " of "
                    + padded(periods(series), -periodsWidth) + "  " + counts(series));
            printAlerts(series);
            printSkipped(series.findings());
        }
        printTooShort(backtest);
        console.info("");
        console.info(RequestCost.text(backtest.traffic()));
    }

    /** Suggests a longer backtest for each dataset of months, quarters or years of which it covers only a few. */
    private void printTooShort(Backtest backtest) {
        backtest.series().stream()
                .filter(series -> series.findings().size() < MIN_PERIODS)
                .filter(series -> backtest.days() < usefulDays(series))
                .map(series -> Display.visible(series.dataset().name()) + " has only " + periods(series) + " in "
                        + Display.count(backtest.days(), "day")
                        + ", too few to judge its checks. For a longer backtest, set -Dlakecheck.days="
                        + usefulDays(series))
                .distinct()
                .forEach(line -> console.info("    " + line));
    }

    /** Returns how many days a backtest should have; 0 if the periods are so short that any backtest has enough. */
    private static int usefulDays(Backtest.Series series) {
        return series.dataset()
                .location()
                .period()
                .filter(period -> period.compareTo(Period.WEEK) > 0)
                .map(period -> period.equals(Period.MONTH) ? YEAR : LONGEST)
                .orElse(0);
    }

    private void printAlerts(Backtest.Series series) {
        Display.firstLines(
                        MAX_ALERTS,
                        AlertStretch.of(series).stream().map(this::text).toList())
                .forEach(line -> console.info("    " + line));
    }

    private String text(AlertStretch alerts) {
        Finding first = alerts.first();
        return alerts.isSingle()
                ? text(first)
                : alerts.label() + " "
                        + console.colored(first.outcome(), first.outcome().toString()) + ": " + alerts.absence();
    }

    private String text(Finding finding) {
        return Display.visible(finding.partition().label()) + " "
                + console.colored(finding.outcome(), finding.outcome().toString()) + ": "
                + finding.verdict().text();
    }

    /**
     * Prints the number of skipped periods and the reason for the most recent one. The others were usually skipped for
     * the same reason.
     */
    private void printSkipped(List<Finding> findings) {
        List<Finding> skipped = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.SKIPPED)
                .toList();
        if (!skipped.isEmpty()) {
            Finding newest = skipped.get(skipped.size() - 1);
            console.info("    " + skipped.size() + " " + console.colored(Outcome.SKIPPED, Outcome.SKIPPED.toString())
                    + (skipped.size() > 1 ? ", most recently " : ", ")
                    + Display.visible(newest.partition().label()) + ": "
                    + newest.verdict().text());
        }
    }

    /** Returns the number of periods with their unit, for example {@code 90 days}. */
    private static String periods(Backtest.Series series) {
        return Display.count(
                series.findings().size(),
                series.dataset().location().period().map(Object::toString).orElse("period"));
    }

    private static String counts(Backtest.Series series) {
        return Stream.of(Outcome.PASSED, Outcome.WARNED, Outcome.FAILED, Outcome.SKIPPED, Outcome.UNKNOWN)
                .filter(outcome -> series.count(outcome) > 0)
                .map(outcome -> series.count(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static <T> int width(List<T> cells, Function<T, String> text) {
        return cells.stream().map(text).mapToInt(String::length).max().orElse(1);
    }

    /** Pads the text on the left if the width is positive, and on the right if it is negative. */
    private static String padded(String text, int width) {
        return String.format(Locale.ROOT, "%" + width + "s", text);
    }
}
