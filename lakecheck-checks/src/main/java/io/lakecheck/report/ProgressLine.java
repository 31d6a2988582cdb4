// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.survey.Progress;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Says now and then how far a long run has come. Silent in a short one, for it first speaks after one pause. May be
 * told by many threads at once.
 */
public final class ProgressLine implements Consumer<Progress> {

    private final Consumer<String> line;
    private final LongSupplier nanoTime;
    private final long pauseNanos;
    private final AtomicLong next;

    /**
     * Speaks at most once in every pause: seconds where somebody watches, a minute as a heartbeat where nobody does.
     */
    public ProgressLine(Consumer<String> line, Duration pause) {
        this(line, pause, System::nanoTime);
    }

    ProgressLine(Consumer<String> line, Duration pause, LongSupplier nanoTime) {
        this.line = line;
        this.nanoTime = nanoTime;
        this.pauseNanos = pause.toNanos();
        this.next = new AtomicLong(nanoTime.getAsLong() + pauseNanos);
    }

    @Override
    public void accept(Progress progress) {
        long due = next.get();
        long now = nanoTime.getAsLong();
        if (now - due >= 0 && next.compareAndSet(due, now + pauseNanos)) {
            line.accept(
                    "... " + progress.listed() + " of " + Display.count(progress.needed(), "partition") + " looked at, "
                            + Display.count(progress.traffic().objects(), "object") + " in "
                            + Display.count(progress.traffic().requests(), "LIST request"));
        }
    }
}
