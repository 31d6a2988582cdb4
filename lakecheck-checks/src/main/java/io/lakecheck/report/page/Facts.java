// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.ByteSize;
import io.lakecheck.Evidence;
import io.lakecheck.LakeObject;
import io.lakecheck.Snapshot;
import io.lakecheck.Span;
import io.lakecheck.Text;
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
        span.ifPresent(known ->
                facts.add(new Card.Fact("Deadline", Text.moment(known.deadline().toInstant(), zone))));
        Optional<Snapshot> current = Card.current(evidence);
        if (current.isEmpty()) {
            facts.add(new Card.Fact("Arrival", "unknown: could not look"));
            return facts;
        }
        Snapshot found = current.get();
        facts.add(new Card.Fact(
                "Arrival", found.arrival().map(at -> arrival(at, span, zone)).orElse("not there")));
        facts.add(new Card.Fact("Size", found.bytes() + " in " + Text.count(found.objects(), "object")));
        found.smallest().ifPresent(object -> facts.add(new Card.Fact("Smallest", object(object))));
        found.largest()
                .filter(object -> found.objects() > 1)
                .ifPresent(object -> facts.add(new Card.Fact("Largest", object(object))));
        return facts;
    }

    private static String arrival(Instant at, Optional<Span> span, ZoneId zone) {
        return Text.moment(at, zone)
                + span.map(known -> Duration.between(known.deadline().toInstant(), at))
                        .map(late -> late.isZero()
                                ? ", on the second"
                                : ", " + Text.duration(late) + (late.isNegative() ? " early" : " late"))
                        .orElse("");
    }

    private static String object(LakeObject object) {
        return new ByteSize(object.bytes()) + ", " + Text.visible(object.key());
    }
}
