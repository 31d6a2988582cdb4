// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Display;
import java.util.List;

/**
 * The verdict of one check on one partition of a dataset.
 *
 * @param check the check that was run
 * @param evidence the evidence that the check used, which is the same for all findings of a dataset
 * @param verdict the result of the check
 */
public record Finding(Check check, Evidence evidence, Verdict verdict) {

    /** Runs all checks of the dataset on the evidence. */
    public static List<Finding> of(Evidence evidence) {
        return evidence.dataset().checks().stream()
                .map(check -> new Finding(check, evidence, check.verdict(evidence)))
                .toList();
    }

    /** Returns the findings of a dataset for which nothing is known: all of its checks are UNKNOWN. */
    public static List<Finding> unknown(Evidence evidence, LakeException failure) {
        return evidence.dataset().checks().stream()
                .map(check -> new Finding(check, evidence, Verdict.unknown(failure)))
                .toList();
    }

    public Dataset dataset() {
        return evidence.dataset();
    }

    public Partition partition() {
        return evidence.partition();
    }

    public Outcome outcome() {
        return verdict.outcome();
    }

    /** Returns what was checked, for example {@code kpi-daily dt=2026-01-02 size}. The result is safe to print. */
    public String subject() {
        return subject(check.name());
    }

    String subject(String checks) {
        String label = partition().label();
        return Display.visible(dataset().name()) + " " + (label.isEmpty() ? "" : Display.visible(label) + " ") + checks;
    }

    /**
     * Returns the finding as one line that is safe to print, for example {@code kpi-daily dt=2026-01-02 size FAILED:
     * 187.2 kB in 3 objects; expected at least 195 kB (s3://refined/kpi/dt=2026-01-02/)}.
     */
    public String text() {
        return text(check.name(), outcome().name());
    }

    String text(String checks, String outcome) {
        return subject(checks) + " " + outcome + ": " + verdict.text() + " ("
                + Display.visible(partition().folder()) + ")";
    }

    @Override
    public String toString() {
        return text();
    }
}
