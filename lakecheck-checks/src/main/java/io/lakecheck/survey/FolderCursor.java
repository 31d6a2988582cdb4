// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The position of a listing in a tree of dated folders or files: the partition-level folder that contains the current
 * key, or the path of the partition whose prefix the key starts with. Not thread-safe.
 */
final class FolderCursor {

    private final Location location;
    private final int depth;
    private String folder = "";
    private String prefix = "";

    /** @param path the path of any partition in the location; all partitions have the same depth */
    FolderCursor(Location location, String path) {
        this(location, (int) path.chars().filter(letter -> letter == '/').count());
    }

    private FolderCursor(Location location, int depth) {
        this.location = location;
        this.depth = depth;
    }

    /** Returns a cursor for the same location that is not in a folder. */
    FolderCursor another() {
        return new FolderCursor(location, depth);
    }

    /** Returns the path of the current folder or partition, or an empty string if the current key is not in one. */
    String folder() {
        return folder;
    }

    /** Returns whether a key is in the current folder. */
    boolean contains(String key) {
        return !folder.isEmpty() && key.startsWith(prefix);
    }

    /** Moves to the folder or partition that contains a key. */
    void moveTo(String key) {
        if (location.isSingleFolder()) {
            folder = folderOf(key);
            prefix = folder;
        } else {
            folder = location.pathOf(key).orElse("");
            prefix = new Partition("", folder, Optional.empty()).prefix();
        }
    }

    private String folderOf(String key) {
        int slash = -1;
        for (int i = 0; i < depth; i++) {
            slash = key.indexOf('/', slash + 1);
            if (slash < 0) {
                return "";
            }
        }
        return key.substring(0, slash + 1);
    }

    /** Returns the time that the current path stands for, or empty if it is not the path of a partition. */
    Optional<LocalDateTime> time() {
        return location.parse(folder);
    }
}
