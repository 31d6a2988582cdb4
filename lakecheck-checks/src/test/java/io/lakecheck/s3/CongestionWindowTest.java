// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.RequestRate.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Hazard;
import io.lakecheck.Survives;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the number of concurrent requests to servers that limit requests, in simulated time. */
class CongestionWindowTest {

    private static final long MILLI = SECOND / 1000;
    private static final int WORKERS = 32;

    private final CongestionWindow window = new CongestionWindow();

    @Test
    void there_is_no_limit_without_congestion() {
        for (int i = 0; i < 1000; i++) {
            assertThat(window.delay(0)).isZero();
            window.send(0);
        }
    }

    @Test
    void congestion_halves_the_requests_in_flight_once_per_round() {
        send(32, 0);

        for (int i = 0; i < 8; i++) {
            window.congest(0, 100 * MILLI);
        }
        assertThat(limit(24, 100 * MILLI)).isEqualTo(16);
    }

    @Test
    void each_response_raises_the_limit_by_a_step() {
        send(32, 0);
        window.congest(0, 1);
        for (int i = 0; i < 8; i++) {
            window.succeed(2);
        }

        assertThat(limit(23, 3)).isEqualTo(16 + 8 / 4);
    }

    @Test
    void at_least_one_request_may_be_in_flight() {
        for (int round = 1; round < 20; round++) {
            assertThat(window.delay(round * MILLI)).isZero();
            window.send(round * MILLI);
            window.congest(round * MILLI, round * MILLI);
        }
    }

    @Test
    void other_failures_change_no_limit() {
        send(32, 0);
        for (int i = 0; i < 32; i++) {
            window.fail();
        }

        assertThat(window.delay(0)).isZero();
        send(32, 0);
        assertThat(window.delay(0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "50, 100, true, 5",
        "50, 100, true, 50",
        "50, 100, false, 0",
        "50, 20, true, 5",
        "50, 600, true, 50",
        "50, 500, false, 0",
        "200, 100, true, 10",
        "10, 100, true, 1"
    })
    @Survives(Hazard.THROTTLED_FOR_A_WHILE)
    void a_limited_server_is_used_well_and_few_requests_are_wasted(
            int perSecond, int latencyMillis, boolean isBucket, int burst) {
        int pages = Math.max(1000, 25 * perSecond);
        Simulation simulation = new Simulation(
                isBucket ? new Bucket(perSecond, burst) : new EachSecond(perSecond), latencyMillis * MILLI);

        double seconds = simulation.run(pages);

        assertThat(pages / seconds).as("pages per second").isGreaterThan(0.85 * perSecond);
        assertThat(simulation.wasted).as("rejected requests").isLessThan(pages / 10);
    }

    @ParameterizedTest
    @CsvSource({"50, 5", "50, 50", "200, 10"})
    void a_limited_server_is_used_well_after_pages_that_were_read_one_by_one(int perSecond, int burst) {
        Simulation simulation = new Simulation(new Bucket(perSecond, burst), 100 * MILLI);
        simulation.start = 1200 * MILLI;

        int pages = 20 * perSecond;
        double seconds = simulation.run(pages) - 1.2;

        assertThat(pages / seconds).as("pages per second").isGreaterThan(0.85 * perSecond);
        assertThat(simulation.wasted).as("rejected requests").isLessThan(pages / 10);
    }

    @Test
    void the_rate_recovers_when_the_server_does() {
        Simulation simulation = new Simulation(now -> now < 5 * SECOND || now > 7 * SECOND, 100 * MILLI);

        double seconds = simulation.run(10_000);

        assertThat(seconds).as("31 s without the pause").isLessThan(60);
    }

    private void send(int count, long now) {
        for (int i = 0; i < count; i++) {
            window.send(now);
        }
    }

    /** Ends requests until another one may be sent. Returns the limit on concurrent requests. */
    private int limit(int inFlight, long now) {
        int left = inFlight;
        while (window.delay(now) == CongestionWindow.UNTIL_END) {
            window.fail();
            left--;
        }
        return left + 1;
    }

    /**
     * A server that accepts a fixed number of requests per second, and a burst of additional requests after a pause.
     */
    private static final class Bucket implements LongPredicate {

        private final double perSecond;
        private final double burst;
        private double tokens;
        private long last;

        Bucket(double perSecond, double burst) {
            this.perSecond = perSecond;
            this.burst = burst;
            this.tokens = burst;
        }

        @Override
        public boolean test(long now) {
            tokens = Math.min(burst, tokens + perSecond * (now - last) / SECOND);
            last = now;
            boolean isAccepted = tokens >= 1;
            tokens -= isAccepted ? 1 : 0;
            return isAccepted;
        }
    }

    /** A server that accepts a fixed number of requests in each second of its clock. */
    private static final class EachSecond implements LongPredicate {

        private final int perSecond;
        private long second;
        private int count;

        EachSecond(int perSecond) {
            this.perSecond = perSecond;
        }

        @Override
        public boolean test(long now) {
            count = now / SECOND == second ? count + 1 : 1;
            second = now / SECOND;
            return count <= perSecond;
        }
    }

    /** Workers that send one request at a time, in simulated time. */
    private final class Simulation {

        /** An event in a worker: it is ready to send a request, or its request ends. */
        private record Event(long at, int worker, long sent, boolean isAccepted, int failures) {}

        private final LongPredicate server;
        private final long latency;
        private final Random random = new Random(1);
        private final PriorityQueue<Event> events =
                new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingInt(Event::worker));
        private int wasted;

        /** The time at which all workers except the first one start. */
        private long start;

        Simulation(LongPredicate server, long latency) {
            this.server = server;
            this.latency = latency;
        }

        /** Returns the number of seconds that it takes to read the given number of pages. */
        double run(int pages) {
            for (int worker = 0; worker < WORKERS; worker++) {
                events.add(new Event(worker == 0 ? 0 : start, worker, -1, false, 0));
            }
            int left = pages;
            long now = 0;
            while (left > 0) {
                Event event = events.remove();
                now = event.at();
                if (event.sent() < 0) {
                    start(event);
                } else if (event.isAccepted()) {
                    window.succeed(now);
                    left--;
                    events.add(new Event(now, event.worker(), -1, false, 0));
                } else {
                    window.congest(event.sent(), now);
                    wasted++;
                    long pause = (long) (random.nextDouble() * Math.min(5000, 200L << event.failures()) * MILLI);
                    events.add(new Event(now + pause, event.worker(), -1, false, Math.min(9, event.failures() + 1)));
                }
            }
            return (double) now / SECOND;
        }

        private void start(Event event) {
            long delay = window.delay(event.at());
            if (delay > 0) {
                long retry = event.at() + Math.min(delay, MILLI);
                events.add(new Event(retry, event.worker(), -1, false, event.failures()));
                return;
            }
            window.send(event.at());
            boolean isAccepted = server.test(event.at());
            events.add(new Event(event.at() + latency, event.worker(), event.at(), isAccepted, event.failures()));
        }
    }
}
