// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Looks at each partition once, however many checks and datasets ask for it, many side by side. Each dataset goes on as soon as its own
 * partitions are seen: no dataset waits for another.
 */
final class Survey {

    /** The same folder read with the same eyes is the same look. */
    private record Question(String folder, ObjectFilter filter, Optional<String> marker) {}

    private final Lake lake;
    private final Executor threads;
    private final Meter meter;
    private final Duration timeout;
    private final long startedNanos = System.nanoTime();
    private final Map<Question, CompletableFuture<Sighting>> looks = new ConcurrentHashMap<>();

    Survey(Lake lake, Executor threads, Meter meter, Duration timeout) {
        this.lake = lake;
        this.threads = threads;
        this.meter = meter;
        this.timeout = timeout;
    }

    /** Looks until the dataset's checks need to see nothing more. */
    CompletableFuture<Evidence> complete(Evidence evidence) {
        Map<Partition, CompletableFuture<Sighting>> wanted = new HashMap<>();
        needs(evidence).forEach(partition -> wanted.put(partition, look(evidence, partition)));
        if (wanted.isEmpty()) {
            return CompletableFuture.completedFuture(evidence);
        }
        return CompletableFuture.allOf(wanted.values().toArray(CompletableFuture<?>[]::new))
                .thenCompose(all -> {
                    Map<Partition, Sighting> seen = new HashMap<>();
                    wanted.forEach((partition, look) -> seen.put(partition, look.join()));
                    return complete(evidence.with(seen));
                });
    }

    private static Set<Partition> needs(Evidence evidence) {
        Set<Partition> needed = new HashSet<>();
        for (Check check : evidence.dataset().checks()) {
            try {
                needed.addAll(check.needs(evidence));
            } catch (LakeException unknowable) {
                // Its verdict will be UNKNOWN for this very reason: looking further would not help it.
            }
        }
        return needed;
    }

    /** Looks at one partition, or waits for the look that somebody else began. */
    CompletableFuture<Sighting> look(Evidence evidence, Partition partition) {
        Dataset dataset = evidence.dataset();
        return looks.computeIfAbsent(new Question(partition.folder(), dataset.filter(), dataset.marker()), question -> {
            meter.wanted();
            return CompletableFuture.supplyAsync(
                            () -> Look.at(lake, dataset, partition, meter, evidence.now()), threads)
                    .completeOnTimeout(outOfTime(partition), millisLeft(), TimeUnit.MILLISECONDS)
                    .whenComplete((sighting, bug) -> meter.done());
        });
    }

    private long millisLeft() {
        return timeout.minusNanos(System.nanoTime() - startedNanos).toMillis();
    }

    private Sighting outOfTime(Partition partition) {
        return new Unseen(
                partition,
                new LakeException(
                        LakeException.Trouble.TIMEOUT,
                        "the run's time of " + Text.duration(timeout) + " was up before "
                                + Text.visible(partition.folder())
                                + " was listed; give it more (lakecheck.timeout) or check fewer datasets at once"));
    }
}
