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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Waits for partitions that have not arrived. Lists them again at growing intervals, until no partition is missing or
 * the wait has timed out. Not thread-safe.
 */
final class ArrivalPoller {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** The maximum number of partitions that a progress message names. The others are only counted. */
    private static final int NAMED = 3;

    private final WaitPolicy policy;
    private final Clock clock;
    private final Supplier<ListingScheduler> rounds;
    private final ChangeTracker changes = new ChangeTracker();

    /** @param rounds creates a scheduler for each round, because a scheduler lists each partition only once */
    ArrivalPoller(WaitPolicy policy, Clock clock, Supplier<ListingScheduler> rounds) {
        this.policy = policy;
        this.clock = clock;
        this.rounds = rounds;
    }

    /**
     * Waits until all partitions have arrived or the wait has timed out.
     *
     * @return false if the policy is not to wait; otherwise true, which means that time may have passed
     */
    boolean awaitArrivals(List<Evidence> plan) {
        if (policy.atMost().isZero()) {
            return false;
        }
        long end = policy.time().nanos() + policy.atMost().toNanos();
        Duration pause = FIRST_PAUSE;
        List<MissingPartition> missing = poll(plan);
        while (!missing.isEmpty()) {
            Duration left = Duration.ofNanos(end - policy.time().nanos());
            Duration next = shorter(pause, left);
            if (left.isNegative() || left.isZero() || !pause(missing, next, left)) {
                break;
            }
            pause = shorter(pause.multipliedBy(3).dividedBy(2), LONGEST_PAUSE);
            missing = poll(MissingPartition.evidence(missing));
        }
        return true;
    }

    /** Returns the evidence with the time at which its partition last changed during the wait. */
    Evidence withObservedChange(Evidence evidence) {
        return evidence.observations().get(evidence.partition()) instanceof Snapshot snapshot && changes.knows(evidence)
                ? evidence.with(Map.of(evidence.partition(), changes.track(evidence, snapshot)))
                : evidence;
    }

    /** Lists the checked partitions and returns those that have not arrived. */
    private List<MissingPartition> poll(List<Evidence> plan) {
        Instant now = clock.instant();
        ListingScheduler scheduler = rounds.get();
        List<Evidence> expected = plan.stream()
                .map(evidence -> evidence.at(now))
                .filter(evidence -> evidence.dataset().expects(evidence.partition()))
                .filter(evidence -> evidence.dataset().recencyChecks().findAny().isPresent())
                .toList();
        List<CompletableFuture<Observation>> listings =
                expected.stream().map(scheduler::schedule).toList();
        List<MissingPartition> missing = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            Evidence evidence = expected.get(i);
            Observation found = listings.get(i).join();
            Observation tracked = found instanceof Snapshot snapshot ? changes.track(evidence, snapshot) : found;
            MissingPartition.of(evidence, evidence.with(Map.of(evidence.partition(), tracked)))
                    .ifPresent(missing::add);
        }
        return missing;
    }

    /** Reports the missing partitions and pauses. Returns false if the thread was interrupted. */
    private boolean pause(List<MissingPartition> missing, Duration next, Duration left) {
        String named = Display.firstOf(
                NAMED, missing.stream().map(MissingPartition::describe).toList());
        policy.onWait()
                .accept("waiting for " + named + "; next check in " + Display.duration(next) + ", giving up in "
                        + Display.duration(left));
        try {
            policy.time().sleep(next);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
