// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * One name in a folder. Ordered as keys are, by their UTF-8 bytes; names that are no valid Unicode may read alike and
 * then go by their own bytes.
 *
 * @param key the name, with a slash at its end for a folder
 * @param place where it is: the bare name, or the whole real path of what a link leads to
 * @param bytes size of a file
 * @param modified when it was last written
 */
record DirectoryEntry(String key, Path place, long bytes, Instant modified) implements Comparable<DirectoryEntry> {

    private static final Comparator<DirectoryEntry> ORDER = Comparator.comparing(
                    DirectoryEntry::key, DirectoryEntry::compareKeys)
            .thenComparing(DirectoryEntry::place);

    static int compareKeys(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    boolean isFolder() {
        return key.endsWith("/");
    }

    /** The name of a folder, without the slash. */
    String folderName() {
        return key.substring(0, key.length() - 1);
    }

    @Override
    public int compareTo(DirectoryEntry other) {
        return ORDER.compare(this, other);
    }
}
