// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Evidence;
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

/** What was found in the judged partition, in a few words each. */
final class Facts {

    private Facts() {}

    static List<Card.Fact> of(Evidence evidence) {
        List<Card.Fact> facts = new ArrayList<>();
        Optional<Span> span = evidence.partition().span();
        ZoneId zone = evidence.dataset().zone();
        span.ifPresent(known -> facts.add(
                new Card.Fact("Deadline", Display.moment(known.deadline().toInstant(), zone))));
        Optional<Snapshot> current = Card.current(evidence);
        if (current.isEmpty()) {
            facts.add(new Card.Fact("Arrival", "unknown: could not look"));
            return facts;
        }
        Snapshot found = current.get();
        facts.add(new Card.Fact(
                "Arrival", found.arrival().map(at -> arrival(at, span, zone)).orElse("not there")));
        facts.add(new Card.Fact("Size", found.bytes() + " in " + Display.count(found.objects(), "object")));
        found.smallest().ifPresent(object -> facts.add(new Card.Fact("Smallest", object(object))));
        found.largest()
                .filter(object -> found.objects() > 1)
                .ifPresent(object -> facts.add(new Card.Fact("Largest", object(object))));
        return facts;
    }

    private static String arrival(Instant at, Optional<Span> span, ZoneId zone) {
        return Display.moment(at, zone)
                + span.map(known -> Duration.between(known.deadline().toInstant(), at))
                        .map(late -> late.isZero()
                                ? ", on the second"
                                : ", " + Display.duration(late) + (late.isNegative() ? " early" : " late"))
                        .orElse("");
    }

    private static String object(LakeObject object) {
        return new ByteSize(object.bytes()) + ", " + Display.visible(object.key());
    }
}
