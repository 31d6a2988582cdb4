// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.lake.Traffic;
import io.lakecheck.shard.ShardResult;
import io.lakecheck.survey.StreakDetector;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges the results of a run's shards. The checks run on the evidence that the shards collected, so the report is the
 * same as if a single function had listed everything. A dataset for which no shard has a result is UNKNOWN. Not
 * thread-safe.
 */
public final class ShardMerge {

    /** The maximum number of failures to describe in a verdict; the others are only counted. */
    private static final int NAMED_FAILURES = 3;

    private final Suite suite;
    private final List<Evidence> plan;
    private final Map<String, List<Finding>> findings = new HashMap<>();
    private final List<LakeException> failures = new ArrayList<>();
    private Traffic traffic = new Traffic(0, 0, 0);
    private Duration took = Duration.ZERO;

    /** @param plan the initial evidence for each dataset, at least one */
    ShardMerge(Suite suite, List<Evidence> plan) {
        this.suite = suite;
        this.plan = plan;
    }

    /** Returns the time of the run's check. */
    public Instant at() {
        return plan.get(0).now();
    }

    /**
     * Adds the result of a shard.
     *
     * @param version the version of the suite that the merge uses; a result for another version counts as a failure
     */
    public void add(int number, ShardStore store, String version) {
        try {
            ShardResult result = store.read(number, suite, at());
            if (!result.version().equals(version)) {
                throw new LakeException(
                        Reason.UNEXPECTED,
                        "shard " + number
                                + " used another version of the suite, because the suite changed during the run");
            }
            result.evidence()
                    .forEach(each -> findings.put(each.dataset().name(), StreakDetector.withStreaks(Finding.of(each))));
            traffic = traffic.plus(result.traffic());
            took = took.compareTo(result.took()) < 0 ? result.took() : took;
        } catch (LakeException e) {
            addFailure(e);
        }
    }

    /** Adds the failure of a shard. */
    public void addFailure(LakeException failure) {
        failures.add(failure);
    }

    /** Returns the report on all datasets. */
    public Report report() {
        List<Finding> all = new ArrayList<>();
        for (Evidence planned : plan) {
            List<Finding> found = findings.get(planned.dataset().name());
            all.addAll(found == null ? Finding.unknown(planned, missing()) : found);
        }
        return new Report(suite, at(), took, traffic, all, List.of());
    }

    private LakeException missing() {
        return failures.isEmpty()
                ? new LakeException(
                        Reason.UNEXPECTED, "no shard checks this dataset. Generate deployment.json again and apply it")
                : new LakeException(failures.get(0).reason(), text());
    }

    private String text() {
        return Display.firstOf(
                NAMED_FAILURES,
                failures.stream().map(LakeException::getMessage).distinct().toList());
    }
}
