// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long a run waits for what is not there yet, and whom it tells meanwhile.
 *
 * @param atMost how long; zero for not at all
 * @param time how time passes
 * @param teller told in one line, before each pause, what is awaited and how late it is; safe to print
 */
public record WaitPolicy(Duration atMost, Time time, Consumer<String> teller) {

    /** Judges what is there. */
    public static final WaitPolicy NONE = new WaitPolicy(Duration.ZERO, Time.REAL, line -> {});

    public WaitPolicy {
        if (atMost.isNegative()) {
            throw new IllegalArgumentException("nobody waits for less than no time: " + atMost);
        }
    }

    /** Waits so long as real time passes. */
    public static WaitPolicy of(Duration atMost, Consumer<String> teller) {
        return new WaitPolicy(atMost, Time.REAL, teller);
    }

    /** Time that passes, whatever a clock shows. */
    public interface Time {

        /** The machine's own. */
        Time REAL = new Time() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pass(Duration span) throws InterruptedException {
                Thread.sleep(span.toMillis());
            }
        };

        /** Nanoseconds since some moment, never going back. */
        long nanos();

        /** Returns when so much of it has passed. */
        void pass(Duration span) throws InterruptedException;
    }
}
