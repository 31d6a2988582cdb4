// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All findings of a run, in the suite's order.
 *
 * @param suite the suite that was checked
 * @param at the time of the check, which may be in the past
 * @param took the duration of the run
 * @param traffic the numbers of requests that the run made and of objects that it listed
 * @param findings the findings, one for each check of each dataset
 * @param notices messages that are not verdicts
 */
public record Report(
        Suite suite, Instant at, Duration took, Traffic traffic, List<Finding> findings, List<Notice> notices) {

    public Report {
        findings = List.copyOf(findings);
        notices = List.copyOf(notices);
    }

    /** Returns the most severe outcome; {@link Outcome#PASSED} if there are no findings. */
    public Outcome outcome() {
        return Outcome.worst(findings.stream().map(Finding::outcome));
    }

    /** Returns the number of findings with the given outcome. */
    public long count(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }

    /** Returns the findings by dataset, in the suite's order. */
    public Map<Dataset, List<Finding>> byDataset() {
        return findings.stream()
                .collect(Collectors.groupingBy(Finding::dataset, LinkedHashMap::new, Collectors.toList()));
    }

    /** Returns a copy of this report with more notices. */
    public Report with(List<Notice> more) {
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(more);
        return new Report(suite, at, took, traffic, findings, all);
    }

    /**
     * Publishes this report through each reporter in turn, and returns it with the notices of all reporters. Each
     * reporter also receives the notices of the reporters before it.
     */
    public Report reportTo(List<? extends Reporter> reporters) {
        Report report = this;
        for (Reporter reporter : reporters) {
            report = report.with(reporter.report(report));
        }
        return report;
    }

    /** Returns the report as one line, for example {@code FAILED at 2026-01-03T06:00:00Z: 3 passed, 1 failed}. */
    @Override
    public String toString() {
        return outcome() + " at " + at + ": "
                + Stream.of(Outcome.values())
                        .filter(outcome -> count(outcome) > 0)
                        .map(outcome -> count(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }
}
