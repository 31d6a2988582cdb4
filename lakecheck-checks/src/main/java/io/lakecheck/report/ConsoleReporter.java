// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Finding;
import io.lakecheck.FindingGroup;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints one line for each cause, grouped by dataset, followed by notices, a summary, and the outages that several
 * datasets share. If the lines don't fit on a screen, those that fail the build are repeated at the end, because people
 * read a long log from the end.
 */
public final class ConsoleReporter implements Reporter {

    /** The number of lines that people see without scrolling. */
    private static final int SCREEN = 20;

    private final Console console;
    private final Outcome threshold;

    /** @param threshold the least severe outcome that fails the build */
    public ConsoleReporter(Console console, Outcome threshold) {
        this.console = console;
        this.threshold = threshold;
    }

    @Override
    public List<Notice> report(Report report) {
        int lines = 0;
        for (List<Finding> findings : report.byDataset().values()) {
            List<FindingGroup> groups = FindingGroup.of(findings);
            console.info("");
            groups.forEach(this::print);
            lines += 1 + groups.size();
        }
        console.info("");
        report.notices().forEach(this::print);
        console.info(summary(report));
        List<FindingGroup> broken = FindingGroup.of(report.findings().stream()
                .filter(finding -> finding.outcome().isAtLeast(threshold))
                .toList());
        SharedOutage.of(broken).forEach(outage -> print(outage.outcome(), outage.text()));
        if (!broken.isEmpty() && lines > SCREEN) {
            console.info("");
            broken.forEach(this::print);
        }
        return List.of();
    }

    private void print(FindingGroup group) {
        Outcome outcome = group.outcome();
        print(outcome, group.text(console.colored(outcome, outcome.name())));
    }

    private void print(Outcome outcome, String line) {
        switch (outcome) {
            case PASSED, SKIPPED -> console.info(line);
            case WARNED -> console.warn(line);
            case FAILED, UNKNOWN -> console.error(line);
        }
    }

    private void print(Notice notice) {
        switch (notice.level()) {
            case INFO -> console.info(notice.text());
            case WARN -> console.warn(notice.text());
            case FAIL -> console.error(notice.text());
        }
    }

    private String summary(Report report) {
        return Display.count(report.findings().size(), "check") + " of "
                + Display.count(report.byDataset().size(), "dataset") + ": " + counts(report) + " (" + seconds(report)
                + ", " + RequestCost.text(report.traffic()) + ")";
    }

    private String counts(Report report) {
        return Stream.of(Outcome.values())
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> console.colored(
                        outcome, report.count(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    private static String seconds(Report report) {
        return BigDecimal.valueOf(report.took().toMillis(), 3).setScale(1, RoundingMode.HALF_UP) + " s";
    }
}
