// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.survey.Progress;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Prints the progress of a long run at regular intervals. The first line is printed after one interval, so short runs
 * print none. Thread-safe.
 */
public final class ProgressLine implements Consumer<Progress> {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Consumer<String> line;
    private final LongSupplier nanoTime;
    private final long intervalNanos;
    private final AtomicLong next;
    private final AtomicLong objects = new AtomicLong();

    /**
     * @param interval the minimum time between two lines, for example a few seconds if someone is watching, or a minute
     *     otherwise
     */
    public ProgressLine(Consumer<String> line, Duration interval) {
        this(line, interval, System::nanoTime);
    }

    ProgressLine(Consumer<String> line, Duration interval, LongSupplier nanoTime) {
        this.line = line;
        this.nanoTime = nanoTime;
        this.intervalNanos = interval.toNanos();
        this.next = new AtomicLong(nanoTime.getAsLong() + intervalNanos);
    }

    @Override
    public void accept(Progress progress) {
        long due = next.get();
        long now = nanoTime.getAsLong();
        if (now - due >= 0 && next.compareAndSet(due, now + intervalNanos)) {
            long listed = progress.traffic().objects();
            long perSecond = (listed - objects.getAndSet(listed)) * SECOND / (now - due + intervalNanos);
            line.accept("... " + partitions(progress) + Display.count(listed, "object") + " (" + perSecond
                    + " per second), "
                    + Display.count(progress.traffic().requests(), "LIST request") + ", "
                    + progress.inFlight() + " in flight" + throttling(progress));
        }
    }

    /** Returns the number of partitions listed; empty if it is not known yet which ones are needed. */
    private static String partitions(Progress progress) {
        return progress.needed() == 0
                ? ""
                : "listed " + progress.listed() + " of " + Display.count(progress.needed(), "partition") + ": ";
    }

    private static String throttling(Progress progress) {
        return progress.throttled() == 0
                ? ""
                : "; the lake throttled " + Display.count(progress.throttled(), "request")
                        + ", so fewer are now sent at a time";
    }
}
