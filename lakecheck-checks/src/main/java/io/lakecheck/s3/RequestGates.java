// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.HashMap;
import java.util.Map;

/**
 * The gates of a lake. All locations share a gate, because it is usually the lake that limits requests. If all requests
 * for one location are rejected while those for others are accepted, that location gets a gate of its own, so that it
 * doesn't slow down the others. Thread-safe.
 */
final class RequestGates {

    /** The outcomes of the requests for one location, or for all locations, that share a gate. */
    private static final class Tally {

        private long accepted;
        private long rejected;

        /** The number of rejections that have lowered the limits of the shared gate. */
        private int lowered;

        long balance() {
            return accepted - rejected;
        }
    }

    /** The consecutive rejections of one page. Not thread-safe. */
    static final class Streak {

        private boolean isStarted;

        /** The number of accepted requests for the same location at the first rejection. */
        private long accepted;

        /** The balance of the other locations at the first rejection. */
        private long others;
    }

    private final RequestGate shared = new RequestGate();
    private final Map<S3Location, RequestGate> own = new HashMap<>();
    private final Map<S3Location, Tally> tallies = new HashMap<>();
    private final Tally all = new Tally();
    private boolean hasSucceeded;

    /** Returns the gate for requests to a location. */
    synchronized RequestGate of(S3Location location) {
        return own.getOrDefault(location, shared);
    }

    /**
     * Ends a request that received a valid page.
     *
     * @param gate the gate that the request has passed
     */
    synchronized void succeed(S3Location location, RequestGate gate) {
        hasSucceeded = true;
        gate.succeed();
        if (!own.containsKey(location)) {
            tally(location).accepted++;
            all.accepted++;
        }
    }

    /**
     * Ends a request that the lake has rejected.
     *
     * @param gate the gate that the request has passed
     * @param sent the time that {@link RequestGate#send} returned for the request
     * @param streak the rejections of the same page so far
     */
    synchronized void congest(S3Location location, RequestGate gate, long sent, Streak streak) {
        if (gate == shared && isRejectedAlone(location, streak)) {
            gate.fail();
            separate(location);
            return;
        }
        boolean isLowered = gate.congest(sent);
        if (gate == shared) {
            count(location, streak, isLowered);
        }
    }

    /** Returns whether only requests for this location have been rejected since the first rejection of a page. */
    private boolean isRejectedAlone(S3Location location, Streak streak) {
        Tally tally = tally(location);
        return own.containsKey(location)
                || (streak.isStarted && tally.accepted == streak.accepted && others(tally) > streak.others);
    }

    private void count(S3Location location, Streak streak, boolean isLowered) {
        Tally tally = tally(location);
        if (!streak.isStarted) {
            streak.isStarted = true;
            streak.accepted = tally.accepted;
            streak.others = others(tally);
        }
        tally.rejected++;
        all.rejected++;
        tally.lowered += isLowered ? 1 : 0;
    }

    private void separate(S3Location location) {
        Tally separated = tally(location);
        all.accepted -= separated.accepted;
        all.rejected -= separated.rejected;
        shared.forgive(separated.lowered);
        tallies.remove(location);
        own.putIfAbsent(location, new RequestGate());
    }

    private long others(Tally tally) {
        return all.balance() - tally.balance();
    }

    /** Returns whether the lake has responded to any request with a valid page. */
    synchronized boolean hasSucceeded() {
        return hasSucceeded;
    }

    private Tally tally(S3Location location) {
        return tallies.computeIfAbsent(location, each -> new Tally());
    }
}
