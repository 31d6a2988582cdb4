// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that list a run's partitions concurrently. */
final class ListingThreads implements Executor, AutoCloseable {

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(5);

    private final ExecutorService threads;

    ListingThreads(int count) {
        this.threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                daemons(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Lists something in one of the threads, unless the run has ended. */
    @Override
    public void execute(Runnable listing) {
        threads.execute(listing);
    }

    /**
     * Interrupts the listings that are still running and waits a few seconds for them to end, because the caller may
     * close the lake next.
     */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(SHUTDOWN_GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "lakecheck-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
