// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The earlier partitions that a baseline is made of, as far as evidence goes: walks back, leaves out what is no fair measure, and stops
 * when it has enough or has come to the end of the lookback.
 *
 * @param considered what was seen, nearest first
 * @param missing what must be looked at before more can be said
 */
record History(List<Precedent> considered, Set<Partition> missing) {

    /** @throws LakeException where one of them could not be looked at */
    static History of(Evidence evidence, Baseline baseline, int lookback) {
        List<Precedent> considered = new ArrayList<>();
        int usable = 0;
        List<Partition> candidates = baseline.candidates(evidence.dataset(), evidence.partition())
                .limit(lookback)
                .toList();
        for (Partition candidate : candidates) {
            if (usable == baseline.wanted()) {
                break;
            }
            if (!evidence.has(candidate)) {
                return new History(considered, next(candidates, considered.size(), baseline.wanted() - usable));
            }
            Snapshot snapshot = evidence.snapshot(candidate);
            Precedent precedent = new Precedent(snapshot, leftOut(evidence.dataset(), snapshot));
            considered.add(precedent);
            usable += precedent.leftOut().isEmpty() ? 1 : 0;
        }
        return new History(considered, Set.of());
    }

    private static Set<Partition> next(List<Partition> candidates, int from, int count) {
        return Set.copyOf(candidates.subList(from, Math.min(candidates.size(), from + count)));
    }

    private static Optional<String> leftOut(Dataset dataset, Snapshot snapshot) {
        if (snapshot.isAbsent()) {
            return Optional.of("absent");
        }
        if (snapshot.isEmpty()) {
            return Optional.of("empty");
        }
        if (dataset.marker().isPresent() && snapshot.marker().isEmpty()) {
            return Optional.of("no marker");
        }
        if (!dataset.mayGrowAfterMarker() && snapshot.grewAfterMarker()) {
            return Optional.of("changed after its marker");
        }
        return dataset.sizes().allMatch(size -> size.holds(snapshot))
                ? Optional.empty()
                : Optional.of("outside the size limits");
    }

    /** The amounts of the usable ones, nearest first. */
    List<BigDecimal> amounts(Volume of) {
        return usable().stream()
                .map(snapshot -> BigDecimal.valueOf(of.in(snapshot)))
                .toList();
    }

    List<Snapshot> usable() {
        return considered.stream()
                .filter(precedent -> precedent.leftOut().isEmpty())
                .map(Precedent::snapshot)
                .toList();
    }

    /** {@code dt=2026-01-01; left out dt=2025-12-31 (absent)}. */
    String text() {
        String used = labels(usable());
        String out = considered.stream()
                .flatMap(precedent -> precedent.leftOut().stream()
                        .map(reason -> precedent.snapshot().partition().label() + " (" + reason + ")"))
                .collect(Collectors.joining(", "));
        return used + (used.isEmpty() || out.isEmpty() ? "" : "; ") + (out.isEmpty() ? "" : "left out " + out);
    }

    private static String labels(List<Snapshot> snapshots) {
        return snapshots.stream().map(snapshot -> snapshot.partition().label()).collect(Collectors.joining(", "));
    }
}
