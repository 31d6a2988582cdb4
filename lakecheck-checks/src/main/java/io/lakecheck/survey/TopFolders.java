// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders directly below the prefix of a long listing. A single request returns up to a thousand names, so that the
 * listing is split between folders that exist, and not at guessed keys. Not thread-safe.
 */
final class TopFolders {

    private enum State {
        UNKNOWN,
        REQUESTED,
        KNOWN
    }

    private final String prefix;
    private State state = State.UNKNOWN;
    private List<String> paths = List.of();

    /** @param prefix the prefix of all keys */
    TopFolders(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Returns whether to request the folders now: if they have not been requested yet, and if there is at least one.
     *
     * @param key a key that has been read
     */
    boolean request(String key) {
        boolean isRequest = state == State.UNKNOWN
                && (prefix.isEmpty() || prefix.endsWith("/"))
                && key.indexOf('/', prefix.length()) >= 0;
        state = isRequest ? State.REQUESTED : state;
        return isRequest;
    }

    /** Returns whether a request has been sent but its response has not been received. */
    boolean areRequested() {
        return state == State.REQUESTED;
    }

    /** Records the response. */
    void know(List<String> found) {
        state = State.KNOWN;
        paths = found.size() > 1 ? found : List.of();
    }

    /**
     * Returns the paths with a slash at the end, in key order. Returns an empty list as long as they are unknown, or if
     * there is only one folder, which doesn't show where to split.
     */
    List<String> paths() {
        return paths;
    }

    /**
     * Reads the first page of names. Returns an empty list if the request fails, because the listing does not depend on
     * it.
     *
     * @param keys the keys of the listing
     */
    static List<String> list(SurveyContext context, KeyRange keys) {
        Reader reader = new Reader(keys.prefix(), context.meter());
        try {
            context.lake().folders(keys.root(), keys.prefix(), reader);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            return List.of();
        }
        return List.copyOf(reader.paths);
    }

    private static final class Reader extends MeteredListing implements Lake.FolderVisitor {

        private final String prefix;
        private final List<String> paths = new ArrayList<>();

        Reader(String prefix, TrafficMeter meter) {
            super(meter);
            this.prefix = prefix;
        }

        @Override
        public boolean onFolder(String name) {
            if (name.codePoints().allMatch(PivotText::isAllowed)) {
                paths.add(prefix + name + "/");
            }
            return true;
        }

        @Override
        public boolean wantsNextPage() {
            return false;
        }
    }
}
