// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Check;
import io.lakecheck.Evidence;
import io.lakecheck.Strays;
import io.lakecheck.Strays.Stray;
import io.lakecheck.Suite;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Observation;
import io.lakecheck.partition.Partition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Collects evidence: lists partitions in rounds until a dataset's checks need no more. Each dataset starts its next
 * round as soon as its own partitions are listed, without waiting for other datasets.
 */
final class Survey {

    private final ListingScheduler scheduler;
    private final StraySearch strays;

    Survey(Suite suite, SurveyContext context) {
        this.scheduler = new ListingScheduler(suite, context);
        this.strays = new StraySearch(suite, context);
    }

    /** Lists partitions until the dataset's checks need no more. */
    CompletableFuture<Evidence> complete(Evidence evidence) {
        return complete(List.of(evidence)).thenApply(all -> all.get(0));
    }

    /**
     * Completes the evidence for several checked partitions of one dataset. Small partitions share requests, even if
     * they are needed for different checked partitions.
     */
    CompletableFuture<List<Evidence>> complete(List<Evidence> evidence) {
        List<Set<Partition>> needed = partitions(evidence, Check::needs);
        List<Map<String, CompletableFuture<Strays>>> searches =
                evidence.stream().map(strays::search).toList();
        if (Stream.concat(needed.stream(), searches.stream().map(Map::keySet)).allMatch(Set::isEmpty)) {
            return CompletableFuture.completedFuture(
                    evidence.stream().map(this::withUnexpected).toList());
        }
        addPrefetched(evidence, needed);
        Map<Partition, CompletableFuture<Observation>> listings = scheduler.schedule(evidence.get(0), union(needed));
        return CompletableFuture.allOf(Stream.concat(Stream.of(listings), searches.stream())
                        .flatMap(scheduled -> scheduled.values().stream())
                        .toArray(CompletableFuture<?>[]::new))
                .thenCompose(done -> complete(IntStream.range(0, evidence.size())
                        .mapToObj(i -> evidence.get(i)
                                .with(results(listings, needed.get(i)))
                                .withStrays(
                                        results(searches.get(i), searches.get(i).keySet())))
                        .toList()));
    }

    /**
     * Adds the most recent earlier partitions that have been listed, although no check of this dataset needs them. This
     * requires no request.
     */
    Evidence withRecent(Evidence evidence) {
        List<Partition> unknown = PastVerdicts.wanted(evidence).stream()
                .filter(partition -> !evidence.has(partition))
                .toList();
        return evidence.with(scheduler.listed(evidence.dataset(), unknown));
    }

    private Evidence withUnexpected(Evidence evidence) {
        Set<Stray> passed = scheduler.unexpected(evidence.dataset());
        return passed.isEmpty() || evidence.strays().containsKey(Strays.UNEXPECTED)
                ? evidence
                : evidence.withStrays(
                        Map.of(Strays.UNEXPECTED, passed.stream().reduce(Strays.NONE, Strays::plus, Strays::plus)));
    }

    /** Adds partitions that a later round may need, provided that listing them now requires no additional request. */
    private void addPrefetched(List<Evidence> evidence, List<Set<Partition>> needed) {
        PrefetchPlanner planner = scheduler.prefetchPlanner(evidence.get(0).dataset());
        if (planner.hasMeasurement()) {
            List<Set<Partition>> possible = partitions(evidence, Check::mayNeed);
            Set<Partition> prefetched = planner.prefetch(union(needed), union(possible));
            IntStream.range(0, needed.size()).forEach(i -> possible.get(i).stream()
                    .filter(prefetched::contains)
                    .forEach(needed.get(i)::add));
        }
    }

    private static List<Set<Partition>> partitions(
            List<Evidence> evidence, BiFunction<Check, Evidence, Set<Partition>> need) {
        return evidence.stream().map(each -> partitions(each, need)).toList();
    }

    private static Set<Partition> partitions(Evidence evidence, BiFunction<Check, Evidence, Set<Partition>> need) {
        Set<Partition> all = new HashSet<>(new MemberLifetime(evidence).needs());
        all.addAll(evidence.needs());
        for (Check check : evidence.dataset().checks()) {
            try {
                all.addAll(need.apply(check, evidence));
            } catch (LakeException unobserved) {
                // The check will be UNKNOWN for the same reason, which further listings would not change.
            }
        }
        return all;
    }

    private static Set<Partition> union(List<Set<Partition>> all) {
        return all.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static <K, V> Map<K, V> results(Map<K, CompletableFuture<V>> listings, Set<K> keys) {
        return keys.stream()
                .collect(Collectors.toMap(Function.identity(), key -> Objects.requireNonNull(listings.get(key))
                        .join()));
    }
}
