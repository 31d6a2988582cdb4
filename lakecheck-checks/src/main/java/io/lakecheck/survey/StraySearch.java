// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Check;
import io.lakecheck.Evidence;
import io.lakecheck.Strays;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Looks through each folder once for strays, which are what no dataset of the suite accounts for, however many checks
 * search it.
 */
final class StraySearch {

    private final Suite suite;
    private final Lake lake;
    private final Executor threads;
    private final TrafficMeter meter;
    private final RunTimeout limit;
    private final Map<String, CompletableFuture<Strays>> begun = new ConcurrentHashMap<>();

    StraySearch(Suite suite, Lake lake, Executor threads, TrafficMeter meter, RunTimeout limit) {
        this.suite = suite;
        this.lake = lake;
        this.threads = threads;
        this.meter = meter;
        this.limit = limit;
    }

    /**
     * Begins to look through the folders that a dataset's checks search, or waits for who has begun; by path below its
     * root.
     */
    Map<String, CompletableFuture<Strays>> begin(Evidence evidence) {
        String root = evidence.dataset().location().root();
        Map<String, CompletableFuture<Strays>> all = new HashMap<>();
        for (Check check : evidence.dataset().checks()) {
            for (String path : check.searches(evidence)) {
                all.put(path, begun.computeIfAbsent(root + path, folder -> begin(root, path)));
            }
        }
        return all;
    }

    private CompletableFuture<Strays> begin(String root, String path) {
        return limit.on(
                CompletableFuture.supplyAsync(
                        () -> StrayListing.in(lake, root, path, suite::accountsFor, meter), threads),
                root + path,
                Strays::failed);
    }
}
