// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where objects are listed. Implementations are safe for use by many threads at once and stream: they hold no list of objects. */
public interface Lake extends AutoCloseable {

    /**
     * Shows every object of a range to the visitor, in the order of their keys' unsigned UTF-8 bytes, until it has seen enough. A
     * folder that isn't there is an empty range.
     *
     * @throws LakeException where it can't be looked, or not to the end; what was shown before must then not be used
     */
    void list(KeyRange range, Visitor visitor);

    @Override
    default void close() {}

    /** Told of objects and requests as they come, on the thread that lists. */
    interface Visitor {

        /** An object of the range. Answers whether more are wanted. */
        boolean object(LakeObject object);

        /** The lake has answered a request; comes before the objects of that answer. */
        default void answered(Answer answer) {}

        /** A request is made again after a fault. */
        default void retried() {}
    }

    /**
     * One answer to one LIST request, with both clocks so that a wrong one shows.
     *
     * @param lakeClock what the lake says the time is; empty where it doesn't
     * @param localClock what this machine said at the same moment
     */
    record Answer(Optional<Instant> lakeClock, Instant localClock) {

        /** When it was given, by the lake's clock if it tells it. */
        Instant moment() {
            return lakeClock.orElse(localClock);
        }

        /** How far this machine's clock is ahead of the lake's; zero where the lake doesn't tell. */
        Duration clockError() {
            return lakeClock.map(lake -> Duration.between(lake, localClock)).orElse(Duration.ZERO);
        }
    }
}
