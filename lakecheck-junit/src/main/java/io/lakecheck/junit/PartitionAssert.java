// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.spec.Origin;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on a partition. Each assertion lists the lake again and throws an {@link AssertionError} if the check is
 * FAILED or SKIPPED; WARNED passes. If the lake can't be read, it throws a {@link io.lakecheck.lake.LakeException}.
 */
public final class PartitionAssert extends AbstractAssert<PartitionAssert, String> {

    private static final Origin ORIGIN = Origin.of("LakeAssertions");

    private final Function<UnaryOperator<DatasetSpec>, DatasetSpec> dataset;
    private final Function<SuiteRun, Report> checker;
    private final Function<String, Optional<String>> variables;

    PartitionAssert(
            Function<UnaryOperator<DatasetSpec>, DatasetSpec> dataset,
            Function<SuiteRun, Report> checker,
            Function<String, Optional<String>> variables,
            String location) {
        super(location, PartitionAssert.class);
        this.dataset = dataset;
        this.checker = checker;
        this.variables = variables;
    }

    /** Verifies that the partition has data and arrived by its deadline. */
    public PartitionAssert isFresh() {
        return isFresh(recency -> recency);
    }

    /**
     * Verifies a {@code recency} check: {@code isFresh(recency -> recency.marker("_SUCCESS").grace("15m"))}. A late
     * arrival fails unless {@code late("warn")} is set.
     */
    public PartitionAssert isFresh(UnaryOperator<RecencySpec> settings) {
        return passes(dataset -> dataset.recency(recency -> settings.apply(recency.late("fail"))));
    }

    /** Verifies that the partition is fresh and has this marker, with nothing written after it. */
    public PartitionAssert isSealedBy(String marker) {
        return isFresh(recency -> recency.marker(marker));
    }

    /** Verifies that the total size is within these limits, inclusive: {@code hasSizeBetween("1 kB", "1 MB")}. */
    public PartitionAssert hasSizeBetween(String min, String max) {
        return hasSize(size -> size.min(min).max(max));
    }

    /** Verifies a {@code size} check: {@code hasSize(size -> size.objects("1", "200"))}. */
    public PartitionAssert hasSize(UnaryOperator<SizeSpec> settings) {
        return passes(dataset -> dataset.size(settings));
    }

    /**
     * Verifies that the total size changed by at most this percentage, such as {@code 50%}, compared with the previous
     * partition.
     */
    public PartitionAssert changedLessThan(String percentage) {
        return changed(delta -> delta.against("previous").drop(percentage).rise(percentage));
    }

    /** Verifies a {@code delta} check: {@code changed(delta -> delta.against("median of 7").drop("30%"))}. */
    public PartitionAssert changed(UnaryOperator<DeltaSpec> settings) {
        return passes(dataset -> dataset.delta(settings));
    }

    private PartitionAssert passes(UnaryOperator<DatasetSpec> check) {
        CompiledExpectation expectation =
                dataset.apply(check).expectation(ORIGIN).compile(variables, Clock.systemUTC());
        for (DatasetRun run : expectation.datasets()) {
            run.partition();
            Report report = checker.apply(new SuiteRun(List.of(run)));
            new FindingsReporter(report).throwProblems();
            throwSkipped(report);
        }
        return this;
    }

    /** Rejects SKIPPED, because an assertion that checked nothing must not pass. */
    private static void throwSkipped(Report report) {
        report.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.SKIPPED)
                .findFirst()
                .ifPresent(finding -> {
                    throw new AssertionError(finding.text());
                });
    }
}
