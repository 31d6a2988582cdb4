// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Evidence;
import io.lakecheck.Figure;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.RecencyCheck;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Span;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Facts to show about the checked partition: since when it fails, its deadline, arrival and size. */
final class PartitionFacts {

    private PartitionFacts() {}

    /** @param findings the findings on the partition, at least one */
    static List<DatasetCard.Fact> of(List<Finding> findings) {
        Evidence evidence = findings.get(0).evidence();
        List<DatasetCard.Fact> facts = new ArrayList<>();
        Optional<Span> span = evidence.partition().span();
        ZoneId zone = evidence.dataset().zone();
        streak(findings).ifPresent(facts::add);
        span.ifPresent(known -> facts.add(
                new DatasetCard.Fact("Deadline", Display.moment(known.deadline().toInstant(), zone))));
        if (evidence.observations().get(evidence.partition()) instanceof Snapshot found) {
            facts.add(new DatasetCard.Fact(
                    "Arrival",
                    judged(findings, span)
                            .or(found::arrival)
                            .map(at -> arrival(at, span, zone))
                            .orElse("not arrived")));
            facts.add(new DatasetCard.Fact("Size", size(found)));
        } else {
            facts.add(new DatasetCard.Fact("Arrival", "unknown (could not be checked)"));
        }
        return facts;
    }

    /** Returns since when the dataset has failed; for several checks, the earliest partition. */
    private static Optional<DatasetCard.Fact> streak(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> OutcomeBadge.of(finding.outcome()) == OutcomeBadge.of(findings))
                .flatMap(finding -> finding.streak().stream())
                .max(Comparator.comparing(Finding.Streak::periods))
                .map(streak -> new DatasetCard.Fact(
                        streak.outcome() == Outcome.FAILED ? "Failing since" : "Warned since", streak.span()));
    }

    /** Returns the arrival that a recency check has determined; empty if there is none. */
    private static Optional<Instant> judged(List<Finding> findings, Optional<Span> span) {
        return findings.stream()
                .filter(finding -> finding.check() instanceof RecencyCheck)
                .flatMap(finding ->
                        Optional.ofNullable(finding.verdict().figures().get(Figure.LATENESS)).stream())
                .findFirst()
                .flatMap(lateness ->
                        span.map(known -> known.deadline().toInstant().plusSeconds(lateness.longValue())));
    }

    private static String size(Snapshot found) {
        String total = found.bytes() + " in " + Display.count(found.objects(), "object");
        String least = bytes(found.smallest());
        String most = bytes(found.largest());
        return found.objects() < 2
                ? total
                : total + (least.equals(most) ? ", " + most + " each" : ", " + least + " to " + most);
    }

    private static String bytes(Optional<LakeObject> object) {
        return object.map(known -> new ByteSize(known.bytes()).toString()).orElse("unknown");
    }

    private static String arrival(Instant at, Optional<Span> span, ZoneId zone) {
        String lateness = span.map(known -> Duration.between(known.deadline().toInstant(), at))
                .map(PartitionFacts::lateness)
                .orElse("");
        return Display.moment(at, zone) + lateness;
    }

    private static String lateness(Duration late) {
        return late.isZero()
                ? ", exactly at the deadline"
                : ", " + Display.duration(late) + (late.isNegative() ? " early" : " late");
    }
}
