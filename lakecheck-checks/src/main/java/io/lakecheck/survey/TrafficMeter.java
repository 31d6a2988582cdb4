// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Traffic;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts what a run costs while many threads list, and tells how far it has come. */
final class TrafficMeter {

    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder objects = new LongAdder();
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Consumer<Progress> watcher;

    TrafficMeter(Consumer<Progress> watcher) {
        this.watcher = watcher;
    }

    void wanted() {
        wanted.incrementAndGet();
    }

    void done() {
        done.incrementAndGet();
        report();
    }

    void request() {
        requests.increment();
        report();
    }

    void retry() {
        retries.increment();
    }

    void object() {
        objects.increment();
    }

    /**
     * What work comes to. Tells how far the run has come also while no answer does: a lake that is silent is seen to
     * be.
     */
    <T> T watched(CompletableFuture<T> work) {
        while (!work.isDone()) {
            CompletableFuture.anyOf(work, new CompletableFuture<>().completeOnTimeout(work, 1, TimeUnit.SECONDS))
                    .handle((done, trouble) -> done)
                    .join();
            report();
        }
        return work.join();
    }

    Traffic traffic() {
        return new Traffic(requests.sum(), retries.sum(), objects.sum());
    }

    private void report() {
        watcher.accept(new Progress(done.get(), wanted.get(), traffic()));
    }
}
