// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.DeltaCheck;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.SizeCheck;
import io.lakecheck.baseline.Exclusion;
import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One partition in a {@link PartitionWindow}, shown as a bar in charts and as a row in the evidence table.
 *
 * @param partition the partition
 * @param snapshot what was found in the partition; empty for a checked partition that could not be listed
 * @param role how the verdicts on the checked partition used this one
 * @param findings the findings on this partition itself, as far as they are known
 */
record PartitionColumn(Partition partition, Optional<Snapshot> snapshot, Role role, List<Finding> findings) {

    /** How verdicts used a partition. The most important use comes first. */
    enum Use {
        CHECKED,
        BASELINE,
        EXCLUDED,
        /** No check compared the checked partition with this one. */
        NOT_COMPARED
    }

    /**
     * The use of a partition.
     *
     * @param exclusion the reason why the partition was excluded from the baseline, or an empty string if it was not
     */
    record Role(Use use, String exclusion) {

        static final Role NOT_COMPARED = new Role(Use.NOT_COMPARED, "");

        /** @param usable the use if the check did not exclude the partition */
        static Role of(HistoryEntry entry, Use usable) {
            return entry.isUsable()
                    ? new Role(usable, "")
                    : new Role(
                            Use.EXCLUDED,
                            entry.exclusion().map(Exclusion::toString).orElse(""));
        }

        /**
         * Returns the more important of two roles. Two checks may use the same partition differently: for example, one
         * may exclude it while it is in the other's baseline.
         */
        Role orMoreImportant(Role other) {
            return use.compareTo(other.use) <= 0 ? this : other;
        }
    }

    static PartitionColumn of(Evidence evidence, Partition partition, Role role, List<Finding> findings) {
        Observation observation = evidence.observations().get(partition);
        return new PartitionColumn(
                partition,
                observation instanceof Snapshot found ? Optional.of(found) : Optional.empty(),
                role,
                findings);
    }

    boolean isChecked() {
        return role.use() == Use.CHECKED;
    }

    /** Returns the badge for the findings on this partition; empty if none is known. */
    Optional<OutcomeBadge> badge() {
        return findings.isEmpty() ? Optional.empty() : Optional.of(OutcomeBadge.of(findings));
    }

    /**
     * Returns the badge for a chart of bytes or objects; empty if no finding is known. In a chart of objects, findings
     * on bytes are left out, so that a bar within the limits that are shown does not look as if it were outside them.
     */
    Optional<OutcomeBadge> badge(Volume volume) {
        if (volume == Volume.BYTES || isEmpty() || findings.isEmpty()) {
            return badge();
        }
        List<Finding> others =
                findings.stream().filter(finding -> !isOnBytes(finding)).toList();
        return Optional.of(others.isEmpty() ? OutcomeBadge.PASSED : OutcomeBadge.of(others));
    }

    private boolean isOnBytes(Finding finding) {
        if (finding.check() instanceof DeltaCheck delta) {
            return delta.of() == Volume.BYTES;
        }
        return finding.check() instanceof SizeCheck size
                && size.objects().hold(amount(Volume.OBJECTS).orElse(0));
    }

    /** Returns the ranges that the checks of this partition derived from the partitions before it. */
    Stream<AllowedRange> bands(Volume volume) {
        return findings.stream()
                .flatMap(finding -> AllowedRange.of(finding, volume))
                .filter(range -> range.kind() == AllowedRange.Kind.BAND);
    }

    /** Returns whether the partition was listed and found to contain no data. */
    boolean isEmpty() {
        return snapshot.map(Snapshot::isEmpty).orElse(false);
    }

    /** Returns the size of the partition or, if each run is checked, that of a typical run; empty if it is unknown. */
    OptionalLong amount(Volume volume) {
        return snapshot.map(volume::typicalRun).stream()
                .mapToLong(found -> volume == Volume.BYTES ? found.bytes().bytes() : found.objects())
                .findFirst();
    }
}
