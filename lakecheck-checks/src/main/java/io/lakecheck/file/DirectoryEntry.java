// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.value.Utf8Order;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;

/**
 * An entry of a directory. Entries are ordered by key. Names that are not valid Unicode may have equal keys and are
 * then ordered by their bytes.
 *
 * @param key the name, ending with a slash if it is a folder
 * @param place the name, or the target's real path if the entry is a link
 * @param bytes the size of the file; irrelevant for a folder
 * @param modified the time at which the file was last written
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
