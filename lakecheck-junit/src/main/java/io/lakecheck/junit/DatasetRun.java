// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.spec.ValueParser;
import io.lakecheck.survey.Lakecheck;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A dataset of an expectation, together with the partition to check and the time of the check.
 *
 * @param expectation the expectation that contains the dataset
 * @param dataset the dataset
 * @param clock provides the current time, if the expectation sets no time
 */
record DatasetRun(Expectation expectation, Dataset dataset, Clock clock) {

    /**
     * Returns the test's time: {@code asOf} if it is set, otherwise the deadline of the selected partition. Returns
     * empty if neither is set, in which case the current time applies.
     */
    Optional<Instant> now() {
        try {
            return expectation.asOf().isEmpty() ? deadline() : Optional.of(asOf());
        } catch (IllegalArgumentException e) {
            throw expectation.mistake(String.valueOf(e.getMessage()));
        }
    }

    private Instant asOf() {
        return ValueParser.timestamp(expectation.asOf()).in(dataset.zone());
    }

    private Optional<Instant> deadline() {
        if (expectation.partition().isEmpty() || dataset.location().period().isEmpty()) {
            return Optional.empty();
        }
        return dataset.partition(expectation.partition())
                .span()
                .map(Span::deadline)
                .map(time -> time.toInstant());
    }

    /**
     * Returns the partition to check.
     *
     * @throws ExtensionConfigurationException if the dataset has no such partition
     */
    Partition partition() {
        try {
            return configure(Lakecheck.on((range, visitor) -> {}))
                    .plan(Suite.of(dataset))
                    .get(0)
                    .partition();
        } catch (IllegalArgumentException e) {
            throw expectation.mistake(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the given engine, configured with this run's time and partition. */
    Lakecheck configure(Lakecheck lakecheck) {
        Lakecheck timed = lakecheck.at(
                now().map(time -> Clock.fixed(time, ZoneOffset.UTC)).orElse(clock));
        return expectation.partition().isEmpty() ? timed : timed.partition(expectation.partition());
    }

    /**
     * Returns whether the engine can check both datasets in a single run. They must have the same time and selected
     * partition and be on the same kind of lake. If they are under the same folder, they must also have the same
     * location, marker and data files, because write times depend on these.
     */
    boolean canRunWith(DatasetRun other) {
        return now().equals(other.now())
                && expectation.partition().equals(other.expectation.partition())
                && isOnS3() == other.isOnS3()
                && (!root().equals(other.root()) || hasSamePartitions(other.dataset));
    }

    private boolean hasSamePartitions(Dataset other) {
        return dataset.location().equals(other.location())
                && dataset.marker().equals(other.marker())
                && dataset.mayGrowAfterMarker() == other.mayGrowAfterMarker()
                && dataset.filter().equals(other.filter());
    }

    boolean isOnS3() {
        return root().startsWith("s3:");
    }

    private String root() {
        return dataset.location().root();
    }
}
