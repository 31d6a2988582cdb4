// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.partition.Location;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The position of a listing in a tree of dated folders: the partition-level folder that contains the current key. Not
 * thread-safe.
 */
final class FolderCursor {

    private final Location location;
    private final int depth;
    private String folder = "";

    /** @param path the path of any partition in the location; all of them have the same depth */
    FolderCursor(Location location, String path) {
        this.location = location;
        this.depth = (int) path.chars().filter(letter -> letter == '/').count();
    }

    /** Returns the current folder, ending with a slash; empty if the current key is not in a partition-level folder. */
    String folder() {
        return folder;
    }

    /** Returns whether a key is in the current folder. */
    boolean contains(String key) {
        return !folder.isEmpty() && key.startsWith(folder);
    }

    /** Moves to the folder that contains a key. */
    void moveTo(String key) {
        int slash = -1;
        for (int i = 0; i < depth; i++) {
            slash = key.indexOf('/', slash + 1);
            if (slash < 0) {
                folder = "";
                return;
            }
        }
        folder = key.substring(0, slash + 1);
    }

    /** Returns the time that the current folder's name denotes; empty if the folder is not a partition. */
    Optional<LocalDateTime> time() {
        return location.parse(folder);
    }
}
