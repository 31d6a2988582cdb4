// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Outcome;
import io.lakecheck.run.RunResult;
import java.time.Duration;
import java.util.List;

/**
 * The result of handling events for one partition.
 *
 * @param arrivals the objects that the events reported
 * @param state what was done with the partition
 * @param outcome the outcome of the checks, or SKIPPED if nothing was published
 * @param result determines whether the invocation fails
 * @param delay how much longer the partition must stay unchanged before it is checked; zero unless {@code state} is
 *     {@code UNFINISHED}
 */
record ArrivalResult(PartitionArrivals arrivals, State state, Outcome outcome, RunResult result, Duration delay) {

    /** What was done with the partition. */
    enum State {
        /** The partition was checked, and the results were published. */
        CHECKED,
        /** Nothing was published, because results for the same content have been published before. */
        DUPLICATE,
        /** Nothing was published, because a newer object has been written, and its own event will be handled. */
        SUPERSEDED,
        /** Nothing was published, because the partition changed too recently to count as complete. */
        UNFINISHED
    }

    /**
     * Returns the messages that the queue must deliver again, because the partition could not be checked or does not
     * count as complete yet.
     */
    List<QueueMessage> retried() {
        return outcome == Outcome.UNKNOWN || state == State.UNFINISHED ? arrivals.messages() : List.of();
    }
}
