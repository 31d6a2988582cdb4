// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.spec.Origin;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractAssert;

/** Assertions on a partition. Each looks anew. */
public final class PartitionAssert extends AbstractAssert<PartitionAssert, String> {

    private static final Origin ORIGIN = Origin.of("LakeAssertions");

    private final Function<UnaryOperator<DatasetSpec>, DatasetSpec> dataset;
    private final Function<DatasetRun, Report> judge;
    private final Function<String, Optional<String>> variables;

    PartitionAssert(
            Function<UnaryOperator<DatasetSpec>, DatasetSpec> dataset,
            Function<DatasetRun, Report> judge,
            Function<String, Optional<String>> variables,
            String location) {
        super(location, PartitionAssert.class);
        this.dataset = dataset;
        this.judge = judge;
        this.variables = variables;
    }

    /** It holds data and came by its deadline. */
    public PartitionAssert isFresh() {
        return isFresh(recency -> recency);
    }

    /**
     * It is fresh in these words: {@code isFresh(r -> r.marker("_SUCCESS").grace("15m"))}. Late counts as a failure
     * unless they say otherwise.
     */
    public PartitionAssert isFresh(UnaryOperator<RecencySpec> words) {
        return passes(said -> said.recency(recency -> words.apply(recency.late("fail"))));
    }

    /** It is fresh and its marker is there, with nothing written after it. */
    public PartitionAssert isSealedBy(String marker) {
        return isFresh(recency -> recency.marker(marker));
    }

    /** Its bytes together lie between these, both allowed. */
    public PartitionAssert hasSizeBetween(String least, String most) {
        return hasSize(size -> size.min(least).max(most));
    }

    /** It has the size that these words allow. */
    public PartitionAssert hasSize(UnaryOperator<SizeSpec> words) {
        return passes(said -> said.size(words));
    }

    /** Its bytes changed by no more than this, up or down, against the partition before it. */
    public PartitionAssert changedLessThan(String percentage) {
        return changed(delta -> delta.against("previous").drop(percentage).rise(percentage));
    }

    /** It changed as these words allow. */
    public PartitionAssert changed(UnaryOperator<DeltaSpec> words) {
        return passes(said -> said.delta(words));
    }

    private PartitionAssert passes(UnaryOperator<DatasetSpec> check) {
        Expectation expectation = dataset.apply(check).expectation(ORIGIN);
        Suite suite = expectation.suite(variables);
        for (DatasetRun trial : DatasetRun.of(expectation, suite, Clock.systemUTC())) {
            Report report = judge.apply(trial);
            new FindingsReporter(report).refuse();
            refuseSkipped(report);
        }
        return this;
    }

    /** Whoever asserts something wants it judged. */
    private static void refuseSkipped(Report report) {
        report.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.SKIPPED)
                .findFirst()
                .ifPresent(finding -> {
                    throw new AssertionError(finding.text());
                });
    }
}
