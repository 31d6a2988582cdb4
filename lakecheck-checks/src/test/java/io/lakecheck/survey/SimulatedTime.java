// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A simulated time, and the clock that shows it. Waits end immediately, and events that are scheduled within a wait
 * happen before it ends. Not thread-safe.
 */
public final class SimulatedTime extends Clock implements WaitPolicy.Time {

    private final Instant start;
    private final TreeMap<Duration, Runnable> events = new TreeMap<>();
    private final List<Duration> pauses = new ArrayList<>();
    private volatile Duration passed = Duration.ZERO;

    public SimulatedTime(String start) {
        this.start = Instant.parse(start);
    }

    /**
     * Schedules an event. There can be at most one event at each time.
     *
     * @param span the time from the start to the event
     */
    public SimulatedTime after(Duration span, Runnable event) {
        events.put(span, event);
        return this;
    }

    /** Returns the durations of all waits so far. */
    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    @Override
    public long nanos() {
        return passed.toNanos();
    }

    @Override
    public void sleep(Duration span) {
        pauses.add(span);
        passed = passed.plus(span);
        while (!events.isEmpty() && events.firstKey().compareTo(passed) <= 0) {
            events.pollFirstEntry().getValue().run();
        }
    }

    @Override
    public Instant instant() {
        return start.plus(passed);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("lakecheck takes zones from datasets, not from clocks");
    }
}
