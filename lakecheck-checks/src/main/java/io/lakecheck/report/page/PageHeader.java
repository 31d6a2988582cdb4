// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import io.lakecheck.Report;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The header of the report page.
 *
 * @param headline a one-line result of the run, such as {@code 2 datasets: 1 failed, 1 passed}
 * @param badge the most severe outcome of all datasets
 * @param suite the suite's name
 * @param at the time as of which the lake was checked, in the datasets' time zone, or in UTC if their time zones differ
 * @param atIso the same time in ISO format, for the {@code datetime} attribute
 * @param effort the numbers of datasets, checks, objects and requests, and how long the run took
 * @param counts the number of checks by outcome
 */
record PageHeader(
        String headline,
        OutcomeBadge badge,
        String suite,
        String at,
        String atIso,
        String effort,
        List<OutcomeCount> counts) {

    /** A no-break space, which keeps a number and its unit on the same line. */
    private static final char NO_BREAK = '\u00a0';

    /** The number of checks with the outcome that the badge shows. */
    record OutcomeCount(OutcomeBadge badge, long checks) {}

    static PageHeader of(Report report, String suite, List<OutcomeBadge> datasets) {
        List<ZoneId> zones = report.byDataset().keySet().stream()
                .map(Dataset::zone)
                .distinct()
                .toList();
        ZoneId zone = zones.size() == 1 ? zones.get(0) : ZoneOffset.UTC;
        return new PageHeader(
                headline(datasets),
                datasets.stream().sorted().findFirst().orElse(OutcomeBadge.SKIPPED),
                Display.visible(suite),
                Display.moment(report.at(), zone),
                report.at().toString(),
                effort(report),
                Stream.of(OutcomeBadge.values())
                        .map(badge -> new OutcomeCount(badge, count(report, badge)))
                        .toList());
    }

    private static String headline(List<OutcomeBadge> datasets) {
        Map<OutcomeBadge, Long> counts =
                datasets.stream().collect(Collectors.groupingBy(badge -> badge, Collectors.counting()));
        if (counts.size() == 1) {
            boolean isSingle = datasets.size() == 1;
            return (isSingle ? "The dataset " : "All " + datasets.size() + " datasets ")
                    + predicate(datasets.get(0), isSingle);
        }
        return Stream.of(OutcomeBadge.values())
                .filter(counts::containsKey)
                .map(badge -> "" + counts.get(badge) + NO_BREAK + badge.word())
                .collect(Collectors.joining(", ", datasets.size() + " datasets: ", ""));
    }

    private static String predicate(OutcomeBadge badge, boolean isSingle) {
        return switch (badge) {
            case FAILED -> "failed";
            case UNKNOWN -> "could not be checked";
            case WARNED -> "passed with warnings";
            case PASSED -> "passed";
            case SKIPPED -> isSingle ? "was skipped" : "were skipped";
        };
    }

    private static long count(Report report, OutcomeBadge badge) {
        return report.findings().stream()
                .filter(finding -> OutcomeBadge.of(finding.outcome()) == badge)
                .count();
    }

    private static String effort(Report report) {
        return Display.count(report.suite().datasets().size(), "dataset") + ", "
                + Display.count(report.findings().size(), "check") + ", "
                + Display.count(report.traffic().objects(), "object") + " listed in "
                + Display.count(report.traffic().requests(), "request") + "; took " + took(report.took());
    }

    private static String took(Duration took) {
        return took.toMinutes() == 0
                ? BigDecimal.valueOf(took.toMillis(), 3).setScale(1, RoundingMode.DOWN) + " s"
                : Display.duration(took);
    }
}
