// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where objects are listed. Implementations are safe for use by many threads at once and stream: they hold no list of
 * objects.
 */
public interface Lake extends AutoCloseable {

    /**
     * Shows every object of a range to the visitor, in the order of their keys' unsigned UTF-8 bytes, until it has seen
     * enough. A folder that isn't there is an empty range.
     *
     * @throws LakeException where it can't be looked, or not to the end; what was shown before must then not be used
     */
    void list(KeyRange range, Visitor visitor);

    /**
     * Shows the name of every folder directly below a folder to the visitor, in key order, until it has seen enough. A
     * folder that isn't there has none. Left to this method, names are found by listing as far as the next folder, each
     * time anew; a lake that can ask for names alone does so, a thousand with one request.
     *
     * @param root as of a {@link KeyRange}; never left
     * @param path of the folder below the root, with a slash at its end; empty for the root itself
     * @throws LakeException as of {@link #list}
     */
    default void folders(String root, String path, FolderVisitor visitor) {
        Optional<String> name = Optional.empty();
        do {
            name = FirstFolderVisitor.behind(name, this, root, path, visitor);
        } while (name.isPresent() && visitor.onFolder(name.get()));
    }

    @Override
    default void close() {}

    /** Told of requests as they come, on the thread that lists. */
    interface Listener {

        /** The lake has answered a request; comes before what that answer shows. */
        default void onAnswer(Answer answer) {}

        /** All that the answer shows was shown, and another request would show more. Answers whether it is wanted. */
        default boolean wantsNextPage() {
            return true;
        }

        /** A request is made again after a fault. */
        default void onRetry() {}
    }

    /** Told of objects. */
    interface Visitor extends Listener {

        /** An object of the range. Answers whether more are wanted. */
        boolean onObject(LakeObject object);
    }

    /** Told of folders. */
    interface FolderVisitor extends Listener {

        /**
         * The name of a folder, without a slash; empty where two slashes follow each other. Answers whether more are
         * wanted.
         */
        boolean onFolder(String name);
    }

    /**
     * One answer to one LIST request, with both clocks so that a wrong one shows.
     *
     * @param lakeClock what the lake says the time is; empty where it doesn't
     * @param localClock what this machine said at the same moment
     */
    record Answer(Optional<Instant> lakeClock, Instant localClock) {

        /** Returns an answer at this moment by both clocks, for a lake that has not answered. */
        public static Answer at(Instant moment) {
            return new Answer(Optional.empty(), moment);
        }

        /** When it was given, by the lake's clock if it tells it. */
        public Instant moment() {
            return lakeClock.orElse(localClock);
        }

        /** How far this machine's clock is ahead of the lake's; zero where the lake doesn't tell. */
        public Duration clockError() {
            return lakeClock.map(lake -> Duration.between(lake, localClock)).orElse(Duration.ZERO);
        }
    }
}
