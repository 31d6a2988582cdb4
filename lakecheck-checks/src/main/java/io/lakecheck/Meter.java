// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts what a run costs while many threads list, and tells how far it has come. */
final class Meter {

    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder objects = new LongAdder();
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Consumer<Progress> watcher;

    Meter(Consumer<Progress> watcher) {
        this.watcher = watcher;
    }

    void wanted() {
        wanted.incrementAndGet();
    }

    void done() {
        done.incrementAndGet();
        tell();
    }

    void request() {
        requests.increment();
        tell();
    }

    void retry() {
        retries.increment();
    }

    void object() {
        objects.increment();
    }

    Traffic traffic() {
        return new Traffic(requests.sum(), retries.sum(), objects.sum());
    }

    private void tell() {
        watcher.accept(new Progress(done.get(), wanted.get(), traffic()));
    }
}
