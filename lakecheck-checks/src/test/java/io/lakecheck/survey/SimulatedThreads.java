// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A pool of threads in simulated time, so that tests can count the rounds of concurrent requests. Only one of the
 * threads runs at a time, in an order that is always the same; the clock moves on when all of them wait.
 */
final class SimulatedThreads implements Executor {

    /** A thread that waits for its response. */
    private record Waiting(long until, long number, Semaphore turn) {}

    private static final ExecutorService POOL = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "simulated");
        thread.setDaemon(true);
        return thread;
    });

    private final int count;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::until).thenComparingLong(Waiting::number));
    private final Semaphore idle = new Semaphore(0);
    private int busy;
    private long now;
    private long numbers;

    SimulatedThreads(int count) {
        this.count = count;
    }

    /** Returns the number of round trips that have passed. */
    long now() {
        return now;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs a task and those that it starts, until all have ended. */
    void run(Runnable first) {
        execute(first);
        while (!tasks.isEmpty() || !waiting.isEmpty()) {
            if (!tasks.isEmpty() && busy < count) {
                Runnable task = tasks.remove();
                busy++;
                POOL.execute(() -> end(task));
            } else {
                Waiting next = waiting.remove();
                now = next.until();
                next.turn().release();
            }
            idle.acquireUninterruptibly();
        }
    }

    private void end(Runnable task) {
        try {
            task.run();
        } finally {
            busy--;
            idle.release();
        }
    }

    /** Lets the calling thread wait for some round trips. */
    void await(int trips) {
        Waiting mine = new Waiting(now + trips, numbers++, new Semaphore(0));
        waiting.add(mine);
        idle.release();
        mine.turn().acquireUninterruptibly();
    }
}
