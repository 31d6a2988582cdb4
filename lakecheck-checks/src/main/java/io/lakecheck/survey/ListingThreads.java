// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that list a run's partitions concurrently. Each listing occupies one of a fixed number of places. While a
 * listing pauses, another one takes its place, in a thread of its own. Thread-safe.
 */
final class ListingThreads implements Executor, AutoCloseable {

    private static final Duration SHUTDOWN_GRACE = Duration.ofSeconds(5);

    /** The listing that runs in the current thread. */
    private static final ThreadLocal<Listing> CURRENT = new ThreadLocal<>();

    /** A listing and whether it occupies a place. Used by a single thread. */
    private final class Listing {

        private boolean isPaused;

        void run(Runnable listing) {
            places.acquireUninterruptibly();
            CURRENT.set(this);
            try {
                listing.run();
            } finally {
                CURRENT.remove();
                resume();
                places.release();
            }
        }

        void pause() {
            if (!isPaused) {
                isPaused = true;
                addThreads(1);
                places.release();
            }
        }

        void resume() {
            if (isPaused) {
                places.acquireUninterruptibly();
                addThreads(-1);
                isPaused = false;
            }
        }
    }

    private final Semaphore places;
    private final ThreadPoolExecutor threads;

    ListingThreads(int count) {
        this.places = new Semaphore(count, true);
        this.threads = new ThreadPoolExecutor(
                count,
                Integer.MAX_VALUE,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                daemons(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Lists something in one of the threads, unless the run has ended. */
    @Override
    public void execute(Runnable listing) {
        threads.execute(() -> new Listing().run(listing));
    }

    /**
     * Lets another listing take the place of the one in the current thread until {@link #resume} is called. Does
     * nothing if the current thread isn't one of such threads.
     */
    static void pause() {
        Optional.ofNullable(CURRENT.get()).ifPresent(Listing::pause);
    }

    /** Waits until there is a place for the listing in the current thread again. Does nothing if it has one. */
    static void resume() {
        Optional.ofNullable(CURRENT.get()).ifPresent(Listing::resume);
    }

    private synchronized void addThreads(int more) {
        threads.setCorePoolSize(threads.getCorePoolSize() + more);
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
