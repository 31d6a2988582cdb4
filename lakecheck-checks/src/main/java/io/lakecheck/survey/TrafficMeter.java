// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Traffic;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts the requests and objects of a run, and reports the run's progress. All threads of the run share it. */
final class TrafficMeter {

    /**
     * The number of requests that are currently in flight, and the number of requests that the lake has rejected
     * because it was receiving too many.
     */
    private record Load(AtomicInteger inFlight, LongAdder throttled) {}

    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder objects = new LongAdder();
    private final AtomicInteger needed = new AtomicInteger();
    private final AtomicInteger listed = new AtomicInteger();
    private final Load load = new Load(new AtomicInteger(), new LongAdder());
    private final Consumer<Progress> listener;

    TrafficMeter(Consumer<Progress> listener) {
        this.listener = listener;
    }

    void countNeededPartition() {
        needed.incrementAndGet();
    }

    void countListedPartition() {
        listed.incrementAndGet();
        report();
    }

    void countRequest() {
        requests.increment();
        report();
    }

    void startRequest() {
        load.inFlight().incrementAndGet();
    }

    void endRequest() {
        load.inFlight().decrementAndGet();
    }

    int inFlight() {
        return load.inFlight().get();
    }

    void countThrottling() {
        load.throttled().increment();
    }

    /** Returns the number of requests that the lake has rejected because it was receiving too many. */
    long throttled() {
        return load.throttled().sum();
    }

    void countRetry() {
        retries.increment();
    }

    void countObject() {
        objects.increment();
    }

    /**
     * Waits for the result. Reports the progress every second even if nothing was counted, so that users notice a lake
     * that does not respond.
     */
    <T> T await(CompletableFuture<T> result) {
        while (!result.isDone()) {
            CompletableFuture.anyOf(result, new CompletableFuture<>().completeOnTimeout(result, 1, TimeUnit.SECONDS))
                    .handle((done, failure) -> done)
                    .join();
            report();
        }
        return result.join();
    }

    Traffic traffic() {
        return new Traffic(requests.sum(), retries.sum(), objects.sum());
    }

    private void report() {
        listener.accept(new Progress(
                listed.get(),
                needed.get(),
                traffic(),
                inFlight(),
                load.throttled().sum()));
    }
}
