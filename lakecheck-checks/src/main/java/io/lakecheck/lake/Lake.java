// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The interface to a store of objects. Implementations are thread-safe. They pass objects to the visitor while they
 * read the lake, and never hold all objects in memory.
 */
public interface Lake extends AutoCloseable {

    /**
     * Passes the objects in a range to a visitor, in the order of the unsigned UTF-8 bytes of their keys, until the
     * visitor returns false. A folder that does not exist is an empty range.
     *
     * @throws LakeException if the listing fails; the caller must discard the objects that the visitor has already
     *     received
     */
    void list(KeyRange range, Visitor visitor);

    /**
     * Passes the names of a folder's immediate subfolders to a visitor, in key order, until the visitor returns false.
     * A folder that does not exist has no subfolders. The default implementation starts one listing of objects for each
     * folder and stops it at the first object in that folder; a lake that can list folders overrides this method to
     * read a whole page of names with one request.
     *
     * @param root the root as in {@link KeyRange}
     * @param path the path of the folder relative to the root, ending with a slash; empty for the root itself
     * @throws LakeException as in {@link #list}
     */
    default void folders(String root, String path, FolderVisitor visitor) {
        Optional<String> name = Optional.empty();
        do {
            name = FirstFolderVisitor.next(name, this, root, path, visitor);
        } while (name.isPresent() && visitor.onFolder(name.get()));
    }

    /**
     * Returns whether the objects on a page are passed on before the next page is read. If so, a listing can end with
     * any page. The default implementation returns true.
     */
    default boolean isPaged() {
        return true;
    }

    /**
     * Returns whether listings under this root are in key order and can start after any key. The default implementation
     * returns true.
     *
     * @param root the root as in {@link KeyRange}
     */
    default boolean isSorted(String root) {
        return true;
    }

    /**
     * Returns whether a listing under this root can start after any key, even one that does not exist, without reading
     * more than one page of earlier keys. If so, long listings are split into ranges of keys that are listed
     * concurrently. The default implementation returns false.
     *
     * @param root the root as in {@link KeyRange}
     */
    default boolean isSeekable(String root) {
        return false;
    }

    @Override
    default void close() {}

    /**
     * Receives the events of one listing. All methods are called on the thread that called the lake. For each page, the
     * methods are called in this order: {@link #onRequest} and {@link #onRequestEnd} for each attempt, with
     * {@link #onRetry} between attempts; {@link #onAnswer} once; the visitor's method for each object or folder in the
     * page; and {@link #wantsNextPage} if there is another page.
     */
    interface Listener {

        /**
         * Called when the lake has responded to a request, before the objects or folders in the response are passed on.
         */
        default void onAnswer(Answer answer) {}

        /** Called before a request is sent, both the first time and for each retry. */
        default void onRequest() {}

        /** Called when the request has ended, with or without a response. */
        default void onRequestEnd() {}

        /**
         * Called when the lake has rejected a request because it was receiving too many requests, before waiting until
         * the request may be sent again. {@link #onRetry} is called after that.
         */
        default void onThrottle() {}

        /** Called before a failed request is sent again. */
        default void onRetry() {}

        /** Called after the last object or folder of a page. Returns false to end the listing without an error. */
        default boolean wantsNextPage() {
            return true;
        }
    }

    /** Receives the objects of a listing. */
    interface Visitor extends Listener {

        /** Called for each object in the range. Returns false to end the listing without an error. */
        boolean onObject(LakeObject object);
    }

    /** Receives the names of folders. */
    interface FolderVisitor extends Listener {

        /**
         * Called for each folder. Returns false to end the listing without an error.
         *
         * @param name the folder's name without a slash; empty if a key contains two slashes in a row
         */
        boolean onFolder(String name);
    }

    /**
     * The time of a response according to both the lake's clock and this machine's clock, so that a wrong clock can be
     * detected.
     *
     * @param lakeClock the time on the lake's clock; empty if the lake does not send it
     * @param localClock the time on this machine's clock
     */
    record Answer(Optional<Instant> lakeClock, Instant localClock) {

        /** Returns a response without the lake's time. */
        public static Answer at(Instant localClock) {
            return new Answer(Optional.empty(), localClock);
        }

        /**
         * Returns the time of the response on the lake's clock, or on this machine's clock if the lake did not send its
         * time.
         */
        public Instant moment() {
            return lakeClock.orElse(localClock);
        }

        /** Returns whether this response arrived after another one. */
        public boolean isAfter(Answer other) {
            return localClock.isAfter(other.localClock);
        }

        /**
         * Returns how far this machine's clock is ahead of the lake's clock; negative if this machine's clock is slow,
         * and zero if the lake's time is unknown.
         */
        public Duration clockError() {
            return lakeClock.map(lake -> Duration.between(lake, localClock)).orElse(Duration.ZERO);
        }
    }
}
