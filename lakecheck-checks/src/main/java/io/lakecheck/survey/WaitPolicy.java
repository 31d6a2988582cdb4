// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The rules for waiting for partitions that have not arrived.
 *
 * @param atMost the maximum time to wait; zero disables waiting
 * @param time the source of time for the wait
 * @param onWait receives a line before each pause. The line names the missing partitions and how late they are, and is
 *     safe to print.
 */
public record WaitPolicy(Duration atMost, Time time, Consumer<String> onWait) {

    /** A policy that does not wait. */
    public static final WaitPolicy NONE = new WaitPolicy(Duration.ZERO, Time.REAL, line -> {});

    public WaitPolicy {
        if (atMost.isNegative()) {
            throw new IllegalArgumentException("the maximum wait must not be negative, but was " + atMost);
        }
    }

    /** Returns a policy that waits in real time. */
    public static WaitPolicy of(Duration atMost, Consumer<String> onWait) {
        return new WaitPolicy(atMost, Time.REAL, onWait);
    }

    /**
     * The source of time for waiting. It is independent of the clock that determines the time as of which partitions
     * are checked.
     */
    public interface Time {

        /** The time of this machine. */
        Time REAL = new Time() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration span) throws InterruptedException {
                Thread.sleep(span.toMillis());
            }
        };

        /** Returns the number of nanoseconds since an arbitrary fixed moment; never decreases. */
        long nanos();

        /** Waits until this duration has passed. */
        void sleep(Duration span) throws InterruptedException;
    }
}
