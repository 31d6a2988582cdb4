// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.value.Utf8Order;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;

/**
 * An entry in a directory. Entries are ordered by key. Names that are not valid Unicode may have equal keys and are
 * then ordered by their bytes.
 *
 * @param key the name of the file or folder; the name of a folder ends with a slash
 * @param place the name without a slash or, if the entry is a link, the target's real path
 * @param bytes the size of the file in bytes; irrelevant for a folder
 * @param modified the time at which the file was last written
 */
record DirectoryEntry(String key, Path place, long bytes, Instant modified) implements Comparable<DirectoryEntry> {

    private static final Comparator<DirectoryEntry> ORDER =
            Comparator.comparing(DirectoryEntry::key, Utf8Order.BYTES).thenComparing(DirectoryEntry::place);

    boolean isFolder() {
        return key.endsWith("/");
    }

    /** Returns the name of a folder without the trailing slash. */
    String folderName() {
        return key.substring(0, key.length() - 1);
    }

    @Override
    public int compareTo(DirectoryEntry other) {
        return ORDER.compare(this, other);
    }
}
