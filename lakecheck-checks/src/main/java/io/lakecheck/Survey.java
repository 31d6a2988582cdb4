// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks at each partition once, however many checks and datasets ask for it, many side by side, and at small neighbours together; and
 * through each folder once for strays, which are what no dataset of the suite accounts for. Each
 * dataset goes on as soon as its own partitions are seen: no dataset waits for another.
 */
final class Survey {

    /** The same folder read with the same eyes is the same look. */
    private record Question(String folder, ObjectFilter filter, Optional<String> marker) {}

    private final Suite suite;
    private final Lake lake;
    private final Executor threads;
    private final Meter meter;
    private final Duration timeout;
    private final long startedNanos = System.nanoTime();
    private final Map<Question, CompletableFuture<Sighting>> looks = new ConcurrentHashMap<>();
    private final Map<Location, Foresight> foresights = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Strays>> searches = new ConcurrentHashMap<>();

    Survey(Suite suite, Lake lake, Executor threads, Meter meter, Duration timeout) {
        this.suite = suite;
        this.lake = lake;
        this.threads = threads;
        this.meter = meter;
        this.timeout = timeout;
    }

    /** Looks until the dataset's checks need to see nothing more. */
    CompletableFuture<Evidence> complete(Evidence evidence) {
        return complete(List.of(evidence)).thenApply(all -> all.get(0));
    }

    private static <K, V> Map<K, V> joined(Map<K, CompletableFuture<V>> done) {
        return done.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .join()));
    }

    /** The same for several partitions of one dataset: small neighbours are looked at together, whichever of them they are for. */
    CompletableFuture<List<Evidence>> complete(List<Evidence> evidence) {
        List<Set<Partition>> wanted = wanted(evidence, Check::needs);
        Set<Partition> needed = union(wanted);
        List<Map<String, CompletableFuture<Strays>>> searched =
                evidence.stream().map(this::search).toList();
        if (needed.isEmpty() && searched.stream().allMatch(Map::isEmpty)) {
            return CompletableFuture.completedFuture(evidence);
        }
        Foresight foresight = foresight(evidence.get(0));
        if (foresight.hasMeasured()) {
            List<Set<Partition>> possible = wanted(evidence, Check::mayNeed);
            Set<Partition> along = foresight.along(needed, union(possible));
            IntStream.range(0, wanted.size())
                    .forEach(i ->
                            possible.get(i).stream().filter(along::contains).forEach(wanted.get(i)::add));
        }
        Map<Partition, CompletableFuture<Sighting>> looks = look(evidence.get(0), union(wanted));
        return CompletableFuture.allOf(Stream.concat(
                                looks.values().stream(), searched.stream().flatMap(each -> each.values().stream()))
                        .toArray(CompletableFuture<?>[]::new))
                .thenCompose(done -> complete(IntStream.range(0, wanted.size())
                        .mapToObj(i ->
                                evidence.get(i).with(seen(wanted.get(i), looks)).withStrays(joined(searched.get(i))))
                        .toList()));
    }

    /** What each one's checks ask for. */
    private static List<Set<Partition>> wanted(
            List<Evidence> evidence, BiFunction<Check, Evidence, Set<Partition>> by) {
        return evidence.stream().map(each -> wanted(each, by)).toList();
    }

    private static Set<Partition> wanted(Evidence evidence, BiFunction<Check, Evidence, Set<Partition>> by) {
        Set<Partition> all = new HashSet<>();
        for (Check check : evidence.dataset().checks()) {
            try {
                all.addAll(by.apply(check, evidence));
            } catch (LakeException unknowable) {
                // Its verdict will be UNKNOWN for this very reason: looking further would not help it.
            }
        }
        return all;
    }

    private static Set<Partition> union(List<Set<Partition>> all) {
        return all.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static Map<Partition, Sighting> seen(
            Set<Partition> partitions, Map<Partition, CompletableFuture<Sighting>> looks) {
        return partitions.stream()
                .collect(Collectors.toMap(Function.identity(), partition -> Objects.requireNonNull(looks.get(partition))
                        .join()));
    }

    private Foresight foresight(Evidence evidence) {
        return foresights.computeIfAbsent(evidence.dataset().location(), location -> new Foresight());
    }

    /** Begins to look through the folders that checks search, or waits for who has begun. */
    private Map<String, CompletableFuture<Strays>> search(Evidence evidence) {
        String root = evidence.dataset().location().root();
        Map<String, CompletableFuture<Strays>> all = new HashMap<>();
        for (Check check : evidence.dataset().checks()) {
            for (String path : check.searches(evidence)) {
                all.put(path, searches.computeIfAbsent(root + path, folder -> search(root, path)));
            }
        }
        return all;
    }

    private CompletableFuture<Strays> search(String root, String path) {
        return CompletableFuture.supplyAsync(() -> StrayLook.in(lake, root, path, suite::accountsFor, meter), threads)
                .completeOnTimeout(Strays.unseen(outOfTime(root + path)), millisLeft(), TimeUnit.MILLISECONDS);
    }

    /** Looks at one partition, or waits for the look that somebody else began. */
    CompletableFuture<Sighting> look(Evidence evidence, Partition partition) {
        return Objects.requireNonNull(look(evidence, Set.of(partition)).get(partition));
    }

    /** Begins to look at these partitions, small neighbours together. */
    Map<Partition, CompletableFuture<Sighting>> look(Evidence evidence, Set<Partition> partitions) {
        Map<Partition, CompletableFuture<Sighting>> all = new HashMap<>();
        List<Partition> fresh = new ArrayList<>();
        for (Partition partition : partitions) {
            CompletableFuture<Sighting> begun = new CompletableFuture<>();
            CompletableFuture<Sighting> known = looks.putIfAbsent(question(evidence, partition), begun);
            if (known == null) {
                fresh.add(partition);
                meter.wanted();
            }
            all.put(partition, known == null ? inTime(begun, partition) : known);
        }
        if (evidence.dataset().location().isInTimeOrder()) {
            fresh.sort(Comparator.comparing(Partition::path));
            together(evidence, fresh);
        } else {
            apart(evidence, fresh);
        }
        return all;
    }

    private void apart(Evidence evidence, List<Partition> partitions) {
        for (Partition partition : partitions) {
            CompletableFuture<Sighting> look = begun(evidence, partition);
            if (!look.isDone()) {
                look.completeAsync(() -> Look.at(lake, evidence.dataset(), partition, meter, evidence.now()), threads);
            }
        }
    }

    private void together(Evidence evidence, List<Partition> neighbours) {
        if (neighbours.size() < 2) {
            apart(evidence, neighbours);
        } else {
            Walk walk = new Walk(
                    evidence.dataset(), neighbours, meter, evidence.now(), others -> together(evidence, others));
            threads.execute(() -> walk(evidence, walk));
        }
    }

    private void walk(Evidence evidence, Walk walk) {
        try {
            Map<Partition, Snapshot> found = walk.over(lake);
            foresight(evidence).measured(walk.keys(), walk.periods());
            found.forEach((partition, snapshot) -> begun(evidence, partition).complete(snapshot));
        } catch (LakeException trouble) {
            if (trouble.trouble().concernsAll()) {
                walk.wanted().forEach(partition -> begun(evidence, partition).complete(new Unseen(partition, trouble)));
            } else {
                // What may be listed is told by prefix, and what is wrong with one page says nothing of another.
                apart(evidence, walk.wanted());
            }
        } catch (RuntimeException | LinkageError | StackOverflowError bug) {
            // Each has its own trouble then, or none: what could not be seen of one says nothing of the others.
            apart(evidence, walk.wanted());
        }
    }

    private CompletableFuture<Sighting> inTime(CompletableFuture<Sighting> look, Partition partition) {
        return look.completeOnTimeout(
                        new Unseen(partition, outOfTime(partition.folder())), millisLeft(), TimeUnit.MILLISECONDS)
                .whenComplete((sighting, bug) -> meter.done());
    }

    private CompletableFuture<Sighting> begun(Evidence evidence, Partition partition) {
        return Objects.requireNonNull(looks.get(question(evidence, partition)));
    }

    private static Question question(Evidence evidence, Partition partition) {
        return new Question(
                partition.folder(),
                evidence.dataset().filter(),
                evidence.dataset().marker());
    }

    private long millisLeft() {
        return timeout.minusNanos(System.nanoTime() - startedNanos).toMillis();
    }

    private LakeException outOfTime(String folder) {
        return new LakeException(
                LakeException.Trouble.TIMEOUT,
                "the run's time of " + Text.duration(timeout) + " was up before " + Text.visible(folder)
                        + " was listed; give it more (lakecheck.timeout) or check fewer datasets at once");
    }
}
