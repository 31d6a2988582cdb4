// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The part that all listings have in common: it counts the traffic, remembers the lake's last answer, and stops when
 * the run has ended. For one thread.
 */
abstract class MeteredListing implements Lake.Listener {

    private final TrafficMeter meter;
    private Optional<Lake.Answer> lastAnswer = Optional.empty();

    MeteredListing(TrafficMeter meter) {
        this.meter = meter;
    }

    @Override
    public void onAnswer(Lake.Answer answer) {
        meter.countRequest();
        lastAnswer = Optional.of(answer);
    }

    @Override
    public void onRetry() {
        meter.countRetry();
    }

    /** Counts an object, unless the run has ended. */
    final void countObject() {
        checkInterrupt();
        meter.countObject();
    }

    /** @throws LakeException if the run has ended, so that the listing is of no use to anyone */
    static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new LakeException(LakeException.Reason.TIMEOUT, "the run ended before the listing was complete");
        }
    }

    /** Returns the lake's last answer; before the first one, an answer at the given moment. */
    final Lake.Answer lastAnswer(Instant now) {
        return lastAnswer.orElseGet(() -> Lake.Answer.at(now));
    }
}
