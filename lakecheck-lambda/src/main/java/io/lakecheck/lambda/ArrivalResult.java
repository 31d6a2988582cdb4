// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Outcome;
import io.lakecheck.run.RunResult;
import java.time.Duration;
import java.util.List;

/**
 * What came of the events for one partition.
 *
 * @param arrivals the objects that the events reported
 * @param state what was done
 * @param outcome the outcome of the checks
 * @param result the signal for Lambda
 * @param delay how long the partition must still stay unchanged
 */
record ArrivalResult(PartitionArrivals arrivals, State state, Outcome outcome, RunResult result, Duration delay) {

    /** What was done about a partition. */
    enum State {
        /** It was checked, and the results were published. */
        CHECKED,
        /** The same content was checked before; nothing was published. */
        DUPLICATE,
        /** A newer object's event decides. */
        SUPERSEDED,
        /** It still changes. */
        UNFINISHED
    }

    /** Returns the messages that must come again: those of a partition that could not be checked, or still changes. */
    List<QueueMessage> retried() {
        return outcome == Outcome.UNKNOWN || state == State.UNFINISHED ? arrivals.messages() : List.of();
    }
}
