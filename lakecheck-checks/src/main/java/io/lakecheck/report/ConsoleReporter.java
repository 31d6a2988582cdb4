// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.lake.Traffic;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells people: a line a finding, dataset by dataset, then what else is to be said, the sum, and what broke once more,
 * so that the last lines of a long log say what to look at.
 */
public final class ConsoleReporter implements Reporter {

    private final Console console;
    private final Outcome least;

    /** @param least the least outcome that is told once more at the end */
    public ConsoleReporter(Console console, Outcome least) {
        this.console = console;
        this.least = least;
    }

    @Override
    public List<Notice> report(Report report) {
        for (List<Finding> findings : report.byDataset().values()) {
            console.info("");
            findings.forEach(this::report);
        }
        console.info("");
        report.notices().forEach(this::report);
        console.info(summary(report));
        List<Finding> broken = report.findings().stream()
                .filter(finding -> finding.outcome().isAtLeast(least))
                .toList();
        if (!broken.isEmpty()) {
            console.info("");
            broken.forEach(this::report);
        }
        return List.of();
    }

    private void report(Finding finding) {
        Outcome outcome = finding.outcome();
        String text = finding.text();
        int at = finding.subject().length() + 1;
        String line = text.substring(0, at)
                + console.painted(outcome, outcome.name())
                + text.substring(at + outcome.name().length());
        switch (outcome) {
            case PASSED, SKIPPED -> console.info(line);
            case WARNED -> console.warn(line);
            case FAILED, UNKNOWN -> console.error(line);
        }
    }

    private void report(Notice notice) {
        switch (notice.level()) {
            case INFO -> console.info(notice.text());
            case WARN -> console.warn(notice.text());
            case FAIL -> console.error(notice.text());
        }
    }

    private String summary(Report report) {
        return Display.count(report.findings().size(), "check") + " of "
                + Display.count(report.byDataset().size(), "dataset") + ": " + counts(report) + " (" + seconds(report)
                + ", " + cost(report.traffic()) + ")";
    }

    private String counts(Report report) {
        return Stream.of(Outcome.values())
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> console.painted(
                        outcome, report.count(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    private static String seconds(Report report) {
        return BigDecimal.valueOf(report.took().toMillis(), 3).setScale(1, RoundingMode.HALF_UP) + " s";
    }

    private static String cost(Traffic traffic) {
        return Display.count(traffic.requests(), "LIST request") + ", $"
                + ListPrice.usd(traffic).toPlainString() + " on S3"
                + (traffic.retries() == 0 ? "" : ", " + traffic.retries() + " made again");
    }
}
