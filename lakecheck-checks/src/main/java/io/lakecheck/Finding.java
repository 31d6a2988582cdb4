// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.value.Display;
import java.util.List;
import java.util.Optional;

/**
 * The verdict of one check on one partition of a dataset.
 *
 * @param check the check that was run
 * @param evidence the evidence that the check used, which is the same for all findings of a dataset
 * @param verdict the result of the check
 * @param streak the periods for which the check has not passed; empty if it has passed, if nothing is known of the
 *     period before, or if the check names each of these periods itself
 */
public record Finding(Check check, Evidence evidence, Verdict verdict, Optional<Streak> streak) {

    /**
     * The consecutive expected periods, up to the checked one, in which a check had the same outcome or a more severe
     * one. Periods for which the check was skipped neither count nor end the streak.
     *
     * @param outcome the outcome on the checked partition: WARNED or FAILED
     * @param first the partition of the earliest of these periods
     * @param last the checked partition
     * @param periods the number of periods, including the checked one
     * @param isStartKnown whether the period before the first one had a less severe outcome; if not, it was not listed
     */
    public record Streak(Outcome outcome, Partition first, Partition last, int periods, boolean isStartKnown) {

        /**
         * Returns the streak as text that is safe to print, for example {@code failing since dt=2026-01-12 (4 days)} or
         * {@code warned since dt=2026-01-12 or earlier (at least 4 days)}.
         */
        public String text() {
            return (outcome == Outcome.FAILED ? "failing since " : "warned since ") + span();
        }

        /**
         * Returns the periods as text that is safe to print, for example {@code dt=2026-01-12 (4 days)} or
         * {@code dt=2026-01-12 or earlier (at least 4 days)}.
         */
        public String span() {
            String unit = first.span()
                    .flatMap(from -> last.span().map(to -> PeriodNames.unit(from, to, periods)))
                    .orElse("period");
            return Display.visible(first.label()) + (isStartKnown ? " (" : " or earlier (at least ")
                    + Display.count(periods, unit) + ")";
        }
    }

    /** Creates a finding without a streak. */
    public Finding(Check check, Evidence evidence, Verdict verdict) {
        this(check, evidence, verdict, Optional.empty());
    }

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

    /** Returns this finding with a streak, which is a reason for the verdict if it has more than one period. */
    public Finding with(Streak since) {
        return new Finding(
                check,
                evidence,
                since.periods() > 1 ? verdict.worsenedTo(outcome(), since.text()) : verdict,
                Optional.of(since));
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
        return text(check.name(), outcome().name(), verdict);
    }

    String text(String checks, String outcome, Verdict shown) {
        return subject(checks) + " " + outcome + ": " + shown.text() + " ("
                + Display.visible(partition().folder()) + ")";
    }

    @Override
    public String toString() {
        return text();
    }
}
