// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Check;
import io.lakecheck.Evidence;
import io.lakecheck.Strays;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Observation;
import io.lakecheck.partition.Partition;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks in rounds until each dataset's checks need to see nothing more. Each dataset goes on as soon as its own
 * partitions are seen: no dataset waits for another.
 */
final class Survey {

    private final ListingScheduler looks;
    private final StraySearch strays;

    Survey(Suite suite, Lake lake, Executor threads, TrafficMeter meter, Duration timeout) {
        RunTimeout limit = new RunTimeout(timeout);
        this.looks = new ListingScheduler(lake, threads, meter, limit);
        this.strays = new StraySearch(suite, lake, threads, meter, limit);
    }

    /** Looks until the dataset's checks need to see nothing more. */
    CompletableFuture<Evidence> complete(Evidence evidence) {
        return complete(List.of(evidence)).thenApply(all -> all.get(0));
    }

    /**
     * The same for several partitions of one dataset: small neighbours are looked at together, whichever of them they
     * are for.
     */
    CompletableFuture<List<Evidence>> complete(List<Evidence> evidence) {
        List<Set<Partition>> wanted = wanted(evidence, Check::needs);
        List<Map<String, CompletableFuture<Strays>>> searched =
                evidence.stream().map(strays::begin).toList();
        if (Stream.concat(wanted.stream(), searched.stream().map(Map::keySet)).allMatch(Set::isEmpty)) {
            return CompletableFuture.completedFuture(evidence);
        }
        comeAlong(evidence, wanted);
        Map<Partition, CompletableFuture<Observation>> looked = looks.begin(evidence.get(0), union(wanted));
        return CompletableFuture.allOf(Stream.concat(Stream.of(looked), searched.stream())
                        .flatMap(begun -> begun.values().stream())
                        .toArray(CompletableFuture<?>[]::new))
                .thenCompose(done -> complete(IntStream.range(0, evidence.size())
                        .mapToObj(i -> evidence.get(i)
                                .with(joined(looked, wanted.get(i)))
                                .withStrays(
                                        joined(searched.get(i), searched.get(i).keySet())))
                        .toList()));
    }

    /** Adds to what each one wants what may be wanted later and costs no request more now. */
    private void comeAlong(List<Evidence> evidence, List<Set<Partition>> wanted) {
        PrefetchPlanner foresight = looks.foresight(evidence.get(0).dataset());
        if (foresight.hasMeasured()) {
            List<Set<Partition>> possible = wanted(evidence, Check::mayNeed);
            Set<Partition> along = foresight.along(union(wanted), union(possible));
            IntStream.range(0, wanted.size())
                    .forEach(i ->
                            possible.get(i).stream().filter(along::contains).forEach(wanted.get(i)::add));
        }
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

    private static <K, V> Map<K, V> joined(Map<K, CompletableFuture<V>> begun, Set<K> keys) {
        return keys.stream().collect(Collectors.toMap(Function.identity(), key -> Objects.requireNonNull(begun.get(key))
                .join()));
    }
}
