// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.Optional;

/**
 * An earlier partition that was considered for a baseline.
 *
 * @param partition which one
 * @param snapshot what was found in it; empty where the calendar expects nothing, so that nobody looked
 * @param leftOut why it is no part of the baseline: {@code absent}, {@code empty}, {@code no marker}; empty where it is one
 */
public record Precedent(Partition partition, Optional<Snapshot> snapshot, Optional<String> leftOut) {

    private static final String HOLDS_NOTHING = "holds nothing";

    /**
     * Holds a partition that somebody has looked at against what good ones are like.
     *
     * @param of what it must hold some of
     * @throws LakeException where it could not be looked
     */
    static Precedent of(Evidence evidence, Partition partition, Volume of) {
        Snapshot snapshot = evidence.snapshot(partition);
        return new Precedent(partition, Optional.of(snapshot), flaw(evidence.dataset(), snapshot, of));
    }

    /**
     * Holds a partition that somebody has looked at against what complete ones are like, whatever their size.
     *
     * @throws LakeException where it could not be looked
     */
    static Precedent ofCompleteness(Evidence evidence, Partition partition) {
        Snapshot snapshot = evidence.snapshot(partition);
        return new Precedent(partition, Optional.of(snapshot), gap(evidence.dataset(), snapshot));
    }

    /** What is wrong with a partition, so that it is no measure for others; empty where it is good. */
    private static Optional<String> flaw(Dataset dataset, Snapshot snapshot, Volume of) {
        Optional<String> gap =
                gap(dataset, snapshot).or(() -> Optional.of(HOLDS_NOTHING).filter(nothing -> of.in(snapshot) == 0));
        return gap.isPresent() || dataset.sizes().allMatch(size -> size.holds(snapshot))
                ? gap
                : Optional.of("outside the size limits");
    }

    private static Optional<String> gap(Dataset dataset, Snapshot snapshot) {
        if (snapshot.isAbsent()) {
            return Optional.of("absent");
        }
        if (snapshot.isEmpty()) {
            return Optional.of("empty");
        }
        if (dataset.marker().isPresent() && snapshot.marker().isEmpty()) {
            return Optional.of("no marker");
        }
        return !dataset.mayGrowAfterMarker() && snapshot.grewAfterMarker()
                ? Optional.of("changed after its marker")
                : Optional.empty();
    }

    /** Whether it is left out for nothing but that its objects hold nothing. */
    boolean holdsNothing() {
        return leftOut.filter(HOLDS_NOTHING::equals).isPresent();
    }

    boolean isUsable() {
        return leftOut.isEmpty();
    }

    /** {@code dt=2025-12-31 (absent)}; safe to print. */
    String text() {
        return Text.visible(partition.label())
                + leftOut.map(reason -> " (" + reason + ")").orElse("");
    }
}
