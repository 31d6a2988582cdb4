// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All findings of a run, in the suite's order.
 *
 * @param suite what was asked
 * @param at the moment for which it was judged
 * @param took how long the run took
 * @param traffic what looking cost
 * @param findings the answers
 * @param notices what else is to be said
 */
public record Report(
        Suite suite, Instant at, Duration took, Traffic traffic, List<Finding> findings, List<Notice> notices) {

    public Report {
        findings = List.copyOf(findings);
        notices = List.copyOf(notices);
    }

    /** The gravest outcome; {@link Outcome#PASSED} where there are no findings. */
    public Outcome outcome() {
        return findings.stream().map(Finding::outcome).reduce(Outcome.PASSED, Outcome::and);
    }

    /** How many findings ended so. */
    public long count(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).count();
    }

    /** The findings dataset by dataset, in the suite's order. */
    public Map<Dataset, List<Finding>> byDataset() {
        return findings.stream()
                .collect(Collectors.groupingBy(Finding::dataset, LinkedHashMap::new, Collectors.toList()));
    }

    /** This report with more to be said. */
    public Report with(List<Notice> more) {
        List<Notice> all = new ArrayList<>(notices);
        all.addAll(more);
        return new Report(suite, at, took, traffic, findings, all);
    }

    /** Tells one reporter after the other; what one has to say, the next ones know. */
    public Report reportTo(List<? extends Reporter> reporters) {
        Report told = this;
        for (Reporter reporter : reporters) {
            told = told.with(reporter.report(told));
        }
        return told;
    }
}
