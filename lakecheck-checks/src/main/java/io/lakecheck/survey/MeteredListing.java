// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The base class of all listings. It counts the traffic, keeps the lake's last response, and stops the listing when the
 * run has ended. Not thread-safe.
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
    public void onRequest() {
        meter.startRequest();
    }

    @Override
    public void onRequestEnd() {
        meter.endRequest();
    }

    @Override
    public void onThrottle() {
        meter.countThrottling();
        ListingThreads.pause();
    }

    @Override
    public void onRetry() {
        meter.countRetry();
        ListingThreads.resume();
    }

    final TrafficMeter meter() {
        return meter;
    }

    /** Adopts the last response of another listing if that response is later than this listing's. */
    final void appendAnswer(MeteredListing other) {
        if (lastAnswer.isEmpty()
                || other.lastAnswer
                        .filter(answer -> answer.isAfter(lastAnswer.get()))
                        .isPresent()) {
            lastAnswer = other.lastAnswer;
        }
    }

    /**
     * Counts an object.
     *
     * @throws LakeException if the run has ended, because the listing's result would not be used
     */
    final void countObject() {
        checkInterrupt();
        meter.countObject();
    }

    /** @throws LakeException if the run has ended, because the listing's result would not be used */
    static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new LakeException(LakeException.Reason.TIMEOUT, "the run ended before the listing was complete");
        }
    }

    /** Returns the lake's last response or, if there was none yet, a response with the given time. */
    final Lake.Answer lastAnswer(Instant now) {
        return lastAnswer.orElseGet(() -> Lake.Answer.at(now));
    }
}
