// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.value.Utf8Order;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;

/**
 * One name in a directory. Entries are in key order; names that are not valid Unicode may have equal keys and are then
 * ordered by their own bytes.
 *
 * @param key the name, ending with a slash if it is a folder
 * @param place the bare name, or the whole real path of a link's target
 * @param bytes size of a file
 * @param modified when the file was last written
 */
record DirectoryEntry(String key, Path place, long bytes, Instant modified) implements Comparable<DirectoryEntry> {

    private static final Comparator<DirectoryEntry> ORDER =
            Comparator.comparing(DirectoryEntry::key, Utf8Order.BYTES).thenComparing(DirectoryEntry::place);

    boolean isFolder() {
        return key.endsWith("/");
    }

    /** Returns the name of a folder without the slash. */
    String folderName() {
        return key.substring(0, key.length() - 1);
    }

    @Override
    public int compareTo(DirectoryEntry other) {
        return ORDER.compare(this, other);
    }
}
