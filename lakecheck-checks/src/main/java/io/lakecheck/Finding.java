// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.partition.Partition;
import io.lakecheck.value.Display;

/**
 * One verdict on one partition of one dataset.
 *
 * @param check what was asked
 * @param evidence what was looked at, the same for all of a dataset's findings
 * @param verdict the answer
 */
public record Finding(Check check, Evidence evidence, Verdict verdict) {

    public Dataset dataset() {
        return evidence.dataset();
    }

    public Partition partition() {
        return evidence.partition();
    }

    public Outcome outcome() {
        return verdict.outcome();
    }

    /** What is judged: {@code kpi-daily dt=2026-01-02 size}; safe to print. */
    public String subject() {
        String label = partition().label();
        return Display.visible(dataset().name()) + " " + (label.isEmpty() ? "" : Display.visible(label) + " ")
                + check.name();
    }

    /**
     * Returns the whole case in one line that is safe to print: {@code kpi-daily dt=2026-01-02 size FAILED: 187.2 kB in
     * 3 objects; expected at least 195 kB (s3://refined/kpi/dt=2026-01-02/)}.
     */
    public String text() {
        return text(outcome().toString());
    }

    /**
     * Returns the {@linkplain #text() text} with the outcome in another form.
     *
     * @param outcome the outcome as the reader should see it, for instance in color
     */
    public String text(String outcome) {
        return subject() + " " + outcome + ": " + verdict.text() + " ("
                + Display.visible(partition().folder()) + ")";
    }
}
