// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Tells people how often each check would have rung, and when. */
public final class BacktestConsole {

    /** More than these are in the JSON alone. */
    private static final int NAMED = 10;

    private final Console console;

    public BacktestConsole(Console console) {
        this.console = console;
    }

    /** A table with a line a check, and below each line the days on which it rang and why days were skipped. */
    public void report(Backtest backtest) {
        List<String> names = names(backtest.series());
        int name = names.stream().mapToInt(String::length).max().orElse(0);
        int rang = digits(backtest.series(), series -> series.alerts().size());
        int of = digits(backtest.series(), series -> series.findings().size());
        console.info("");
        console.info("The " + (backtest.days() == 1 ? "day" : backtest.days() + " days") + " to "
                + Display.moment(backtest.at(), ZoneOffset.UTC)
                + ", each partition as of its deadline, by what is there now: partitions that were repaired look good");
        console.info("");
        if (names.isEmpty()) {
            console.warn("no dataset has dates in its location, so that there is no past to judge");
        }
        for (int i = 0; i < names.size(); i++) {
            Backtest.Series series = backtest.series().get(i);
            console.info(padded(names.get(i), -name) + "  rang "
                    + padded(series.alerts().size(), rang) + " of "
                    + padded(series.findings().size(), of) + "  " + counts(series));
            alerts(series.alerts());
            skipped(series.findings());
        }
        console.info("");
        console.info(Display.count(backtest.traffic().requests(), "LIST request") + " for $"
                + ListPrice.usd(backtest.traffic()).toPlainString());
    }

    private void alerts(List<Finding> rung) {
        Display.firstLines(NAMED, rung.stream().map(this::told).toList()).forEach(line -> console.info("    " + line));
    }

    private String told(Finding finding) {
        return Display.visible(finding.partition().label()) + " "
                + console.painted(finding.outcome(), finding.outcome().toString()) + ": "
                + finding.verdict().text();
    }

    /** The newest of them stands for all: what is skipped is skipped for one reason as a rule. */
    private void skipped(List<Finding> findings) {
        List<Finding> skipped = findings.stream()
                .filter(finding -> finding.outcome() == Outcome.SKIPPED)
                .toList();
        if (!skipped.isEmpty()) {
            Finding newest = skipped.get(skipped.size() - 1);
            console.info("    " + skipped.size() + " " + console.painted(Outcome.SKIPPED, Outcome.SKIPPED.toString())
                    + (skipped.size() > 1 ? ", at last " : ", ")
                    + Display.visible(newest.partition().label()) + ": "
                    + newest.verdict().text());
        }
    }

    /** As everywhere: the second delta of a dataset is {@code delta 2}. */
    private static List<String> names(List<Backtest.Series> all) {
        Map<String, Integer> times = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Backtest.Series series : all) {
            String name = Display.visible(series.dataset().name()) + " "
                    + series.check().name();
            int time = times.merge(name, 1, Integer::sum);
            names.add(time == 1 ? name : name + " " + time);
        }
        return names;
    }

    private static int digits(List<Backtest.Series> all, ToIntFunction<Backtest.Series> number) {
        return all.stream()
                .mapToInt(series -> Integer.toString(number.applyAsInt(series)).length())
                .max()
                .orElse(1);
    }

    private static String padded(Object text, int width) {
        return String.format(Locale.ROOT, "%" + width + "s", text);
    }

    private static String counts(Backtest.Series series) {
        return List.of(Outcome.PASSED, Outcome.WARNED, Outcome.FAILED, Outcome.SKIPPED, Outcome.UNKNOWN).stream()
                .filter(outcome -> series.count(outcome) > 0)
                .map(outcome -> series.count(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
