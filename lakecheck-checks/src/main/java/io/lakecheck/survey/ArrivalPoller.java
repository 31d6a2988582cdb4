// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Evidence;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.Display;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Waits until what is judged has arrived: looks again and again, at longer and longer intervals, and only at what is
 * still missing. Remembers what changed between two looks, which times of last writing alone don't tell. For one
 * thread.
 */
final class ArrivalPoller {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** More than these are counted instead of named. */
    private static final int NAMED = 3;

    private final WaitPolicy patience;
    private final Clock clock;
    private final Supplier<ListingScheduler> rounds;
    private final Map<String, Snapshot> last = new HashMap<>();

    ArrivalPoller(WaitPolicy patience, Clock clock, Supplier<ListingScheduler> rounds) {
        this.patience = patience;
        this.clock = clock;
        this.rounds = rounds;
    }

    /** Answers whether it waited at all, so that time has passed. */
    boolean keep(List<Evidence> plan) {
        if (patience.atMost().isZero()) {
            return false;
        }
        long end = patience.time().nanos() + patience.atMost().toNanos();
        Duration pause = FIRST_PAUSE;
        for (List<Awaited> missing = look(plan); !missing.isEmpty(); missing = look(Awaited.evidence(missing))) {
            Duration left = Duration.ofNanos(end - patience.time().nanos());
            if (left.isNegative() || left.isZero()) {
                break;
            }
            Duration next = pause.compareTo(left) < 0 ? pause : left;
            patience.teller().accept(line(missing, next, left));
            if (!pass(next)) {
                break;
            }
            Duration longer = pause.multipliedBy(3).dividedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
        return true;
    }

    /** Evidence that knows what changed while it was waited for. */
    Evidence recall(Evidence evidence) {
        return evidence.observations().get(evidence.partition()) instanceof Snapshot snapshot
                        && last.containsKey(evidence.dataset().name())
                ? evidence.with(Map.of(evidence.partition(), compared(evidence, snapshot)))
                : evidence;
    }

    private List<Awaited> look(List<Evidence> wanted) {
        Instant now = clock.instant();
        ListingScheduler looks = rounds.get();
        List<Evidence> expected = wanted.stream()
                .map(evidence -> evidence.at(now))
                .filter(evidence -> evidence.dataset().expects(evidence.partition()))
                .filter(evidence -> evidence.dataset().recencyChecks().findAny().isPresent())
                .toList();
        List<CompletableFuture<Observation>> sightings =
                expected.stream().map(looks::begin).toList();
        List<Awaited> missing = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            Evidence evidence = expected.get(i);
            Observation sighting = sightings.get(i).join();
            Observation compared = sighting instanceof Snapshot snapshot ? compared(evidence, snapshot) : sighting;
            Awaited.of(evidence, evidence.with(Map.of(evidence.partition(), compared)))
                    .ifPresent(missing::add);
        }
        return missing;
    }

    private Snapshot compared(Evidence evidence, Snapshot now) {
        Snapshot before = last.get(evidence.dataset().name());
        Optional<Instant> changed = before == null
                ? Optional.empty()
                : before.fingerprint() == now.fingerprint()
                        ? before.changed()
                        : Optional.of(now.takenAt().isAfter(evidence.now()) ? now.takenAt() : evidence.now());
        Snapshot compared = changed.map(now::changedAt).orElse(now);
        last.put(evidence.dataset().name(), compared);
        return compared;
    }

    private boolean pass(Duration span) {
        try {
            patience.time().pass(span);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String line(List<Awaited> missing, Duration next, Duration left) {
        return "waiting for "
                + Display.firstOf(NAMED, missing.stream().map(Awaited::text).toList())
                + "; next look in " + Display.duration(next) + ", giving up in " + Display.duration(left);
    }

    /**
     * A dataset whose partition is not there yet.
     *
     * @param evidence before anybody has looked
     * @param what is missing
     */
    private record Awaited(Evidence evidence, String what) {

        static Optional<Awaited> of(Evidence before, Evidence after) {
            return after.dataset()
                    .recencyChecks()
                    .flatMap(recency -> recency.missing(after).stream())
                    .findFirst()
                    .map(what -> new Awaited(before, what));
        }

        static List<Evidence> evidence(List<Awaited> all) {
            return all.stream().map(Awaited::evidence).toList();
        }

        String text() {
            return Display.visible(evidence.dataset().name()) + label() + " (" + what + lateness() + ")";
        }

        private String label() {
            String label = evidence.partition().label();
            return label.isEmpty() ? "" : " " + Display.visible(label);
        }

        private String lateness() {
            return evidence.partition()
                    .span()
                    .map(span -> Duration.between(span.deadline().toInstant(), evidence.now()))
                    .map(late -> late.isNegative()
                            ? ", due in " + Display.duration(late)
                            : ", " + Display.duration(late) + " late")
                    .orElse("");
        }
    }
}
