// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListingThreadsTest {

    @Test
    void another_listing_takes_the_place_of_one_that_pauses() {
        CompletableFuture<Void> other = new CompletableFuture<>();
        CompletableFuture<Void> paused = new CompletableFuture<>();
        try (ListingThreads threads = new ListingThreads(1)) {
            threads.execute(() -> {
                ListingThreads.pause();
                other.join();
                ListingThreads.resume();
                paused.complete(null);
            });
            threads.execute(() -> other.complete(null));

            assertThat(paused).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    @Test
    void listings_that_resume_or_end_wait_for_a_place() throws Exception {
        int listings = 200;
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier allPaused = new CyclicBarrier(listings);
        CountDownLatch ended = new CountDownLatch(2 * listings);
        Runnable work = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            IntStream.range(0, 1000).mapToObj(Integer::toString).forEach(text -> assertThat(text)
                    .isNotEmpty());
            running.decrementAndGet();
            ended.countDown();
        };
        try (ListingThreads threads = new ListingThreads(2)) {
            IntStream.range(0, listings)
                    .forEach(i -> threads.execute(() -> {
                        work.run();
                        ListingThreads.pause();
                        await(allPaused);
                        if (i % 2 == 0) {
                            ListingThreads.resume();
                            work.run();
                        }
                    }));
            IntStream.range(0, listings / 2).forEach(i -> threads.execute(work));
            ended.await();
        }

        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void pausing_another_thread_does_nothing() {
        assertThatNoException().isThrownBy(() -> {
            ListingThreads.pause();
            ListingThreads.resume();
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
