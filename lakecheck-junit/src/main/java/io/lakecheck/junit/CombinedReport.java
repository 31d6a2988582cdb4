// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.lake.Traffic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Combines the reports of several runs and splits them again by expectation.
 *
 * @param byDataset for each dataset, the report of the run that checked it
 */
record CombinedReport(Map<DatasetRun, Report> byDataset) {

    static CombinedReport of(Map<SuiteRun, Report> reports) {
        Map<DatasetRun, Report> byDataset = new LinkedHashMap<>();
        reports.forEach((run, report) -> run.runs().forEach(dataset -> byDataset.put(dataset, report)));
        return new CombinedReport(byDataset);
    }

    /** Returns a report with the suite and the findings of one expectation. */
    Report of(CompiledExpectation expectation) {
        List<Finding> findings =
                expectation.datasets().stream().flatMap(this::findings).toList();
        Report first = report(expectation.datasets().get(0));
        return new Report(expectation.suite(), first.at(), first.took(), first.traffic(), findings, List.of());
    }

    /**
     * Returns a report with the findings of all expectations.
     *
     * @param expectations the report of each expectation; at least one
     */
    Report merge(List<Report> expectations) {
        Report first = expectations.get(0);
        List<Dataset> datasets = expectations.stream()
                .flatMap(report -> report.suite().datasets().stream())
                .toList();
        List<Finding> findings = expectations.stream()
                .flatMap(report -> report.findings().stream())
                .toList();
        List<Notice> notices = expectations.stream()
                .flatMap(report -> report.notices().stream())
                .toList();
        Suite suite =
                new Suite(datasets, first.suite().connection(), first.suite().metrics());
        return new Report(suite, first.at(), took(), traffic(), findings, notices);
    }

    private Duration took() {
        return runs().map(Report::took).reduce(Duration.ZERO, Duration::plus);
    }

    private Traffic traffic() {
        return runs().map(Report::traffic)
                .reduce(
                        new Traffic(0, 0, 0),
                        (one, other) -> new Traffic(
                                one.requests() + other.requests(),
                                one.retries() + other.retries(),
                                one.objects() + other.objects()));
    }

    private Stream<Report> runs() {
        return byDataset.values().stream().distinct();
    }

    private Stream<Finding> findings(DatasetRun run) {
        return report(run).findings().stream()
                .filter(finding -> finding.dataset().name().equals(run.dataset().name()));
    }

    private Report report(DatasetRun run) {
        return Objects.requireNonNull(byDataset.get(run));
    }
}
