// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.util.List;

/**
 * How much a range has read of the folder that contains its last key. Immutable.
 *
 * @param origin the first key that was read in the folder, or an empty string if none was read
 * @param pages the number of pages that the range has read since then
 */
record FolderProgress(String origin, int pages) {

    static final FolderProgress NONE = new FolderProgress("", 0);

    /** The number of pages after which the size of a folder can be guessed. */
    private static final int LONG = 3;

    /**
     * Returns the progress after a page.
     *
     * @param page a sample of the keys on the page, in key order, including the last one
     * @param folder the path of the folder that contains the last key; empty if folders are not known
     */
    FolderProgress after(List<String> page, String folder) {
        if (!origin.isEmpty() && origin.startsWith(folder)) {
            return new FolderProgress(origin, pages + 1);
        }
        String first =
                page.stream().filter(key -> key.startsWith(folder)).findFirst().orElse(origin);
        return new FolderProgress(first, 1);
    }

    /** Returns the progress of another range in the same folder. */
    FolderProgress another() {
        return new FolderProgress(origin, 0);
    }

    /** Returns whether the folder has turned out to be long. */
    boolean isLong() {
        return pages >= LONG;
    }
}
