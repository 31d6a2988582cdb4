// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Evidence;
import io.lakecheck.Figure;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Span;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts to show about the checked partition: its deadline, arrival and size, and its smallest and largest objects. */
final class PartitionFacts {

    private PartitionFacts() {}

    static List<DatasetCard.Fact> of(Evidence evidence) {
        List<DatasetCard.Fact> facts = new ArrayList<>();
        Optional<Span> span = evidence.partition().span();
        ZoneId zone = evidence.dataset().zone();
        span.ifPresent(known -> facts.add(
                new DatasetCard.Fact("Deadline", Display.moment(known.deadline().toInstant(), zone))));
        Optional<Snapshot> current = PartitionColumn.judged(evidence).snapshot();
        if (current.isEmpty()) {
            facts.add(new DatasetCard.Fact("Arrival", "unknown (could not be checked)"));
            return facts;
        }
        Snapshot found = current.get();
        facts.add(new DatasetCard.Fact(
                "Arrival",
                judged(evidence)
                        .or(found::arrival)
                        .map(at -> arrival(at, span, zone))
                        .orElse("not arrived")));
        facts.add(new DatasetCard.Fact("Size", found.bytes() + " in " + Display.count(found.objects(), "object")));
        found.smallest().ifPresent(object -> facts.add(new DatasetCard.Fact("Smallest", describe(object))));
        found.largest()
                .filter(object -> found.objects() > 1)
                .ifPresent(object -> facts.add(new DatasetCard.Fact("Largest", describe(object))));
        return facts;
    }

    /** Returns the arrival that a recency check has determined; empty if there is none. */
    private static Optional<Instant> judged(Evidence evidence) {
        return evidence.partition().span().flatMap(span -> evidence.dataset()
                .recencyChecks()
                .flatMap(check ->
                        Optional.ofNullable(check.verdict(evidence).figures().get(Figure.LATENESS)).stream())
                .findFirst()
                .map(lateness -> span.deadline().toInstant().plusSeconds(lateness.longValue())));
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

    private static String describe(LakeObject object) {
        return new ByteSize(object.bytes()) + ", " + Display.visible(object.key());
    }
}
