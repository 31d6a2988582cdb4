// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.value.Utf8Order;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders of a long listing, so that it is split between folders that exist, and not at guessed keys. These are the
 * folders directly below the listing's prefix or, if there are only a few, the folders in them, and so on. A single
 * request returns up to a thousand names. Not thread-safe.
 */
final class TopFolders {

    /** The maximum number of folders that are replaced with the folders in them, each of which takes a request. */
    private static final int FEW = 4;

    /** The maximum number of levels, each of which takes a round. */
    private static final int MAX_LEVELS = 4;

    /** The number of pages after a request from which the listing doesn't wait for its response any longer. */
    private static final int PATIENCE = 2;

    private List<String> paths;
    private final List<String> found = new ArrayList<>();
    private int requested;
    private int levels;
    private int waited;
    private boolean areLast;

    /** @param prefix the prefix of all keys */
    TopFolders(String prefix) {
        this.paths = List.of(prefix);
        this.areLast = !prefix.isEmpty() && !prefix.endsWith("/");
    }

    /**
     * Returns the folders whose subfolders to request now, because at least one subfolder exists.
     *
     * @param key the last key that has been read
     * @param limit the maximum number of requests
     */
    List<String> request(String key, int limit) {
        if (areLast || requested > 0 || paths.size() > Math.min(FEW, limit) || !isBelowSubfolder(key)) {
            return List.of();
        }
        requested = paths.size();
        levels++;
        waited = 0;
        return paths;
    }

    private boolean isBelowSubfolder(String key) {
        return paths.stream().anyMatch(path -> key.startsWith(path) && key.indexOf('/', path.length()) >= 0);
    }

    /** Records that the listing has received a page. */
    void passPage() {
        waited++;
    }

    /** Returns whether the listing should not be split yet, because responses will soon show where. */
    boolean areAwaited() {
        return requested > 0 && waited < PATIENCE;
    }

    /**
     * Records a response.
     *
     * @param path the path of a folder
     * @param subfolders the paths of its subfolders
     */
    void know(String path, List<String> subfolders) {
        found.addAll(subfolders.isEmpty() ? List.of(path) : subfolders);
        requested--;
        if (requested == 0) {
            areLast = levels == MAX_LEVELS || (found.size() == paths.size() && paths.containsAll(found));
            paths = found.stream().sorted(Utf8Order.BYTES).toList();
            found.clear();
        }
    }

    /**
     * Returns the paths with a slash at the end, in key order. Returns an empty list as long as they are unknown, or if
     * there is only one folder, which doesn't show where to split.
     */
    List<String> paths() {
        return paths.size() > 1 ? paths : List.of();
    }

    /**
     * Reads the first page of a folder's subfolders. Returns an empty list if the request fails or is throttled,
     * because the listing does not depend on it.
     *
     * @param root the root of the listing
     */
    static List<String> list(SurveyContext context, String root, String path) {
        Reader reader = new Reader(path, context.meter());
        try {
            context.lake().folders(root, path, reader);
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
            if (PivotText.isAllowed(name)) {
                paths.add(prefix + name + "/");
            }
            return true;
        }

        @Override
        public void onThrottle() {
            meter().countThrottling();
            throw new LakeException(LakeException.Reason.THROTTLED, "the listing does without the folders");
        }

        @Override
        public boolean wantsNextPage() {
            return false;
        }
    }
}
