// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

/** The depth to which a LIST request lists a folder. */
enum ListingDepth {
    /** All objects in the folder and its subfolders, at any depth. */
    ALL,
    /** The objects directly in the folder, and the names of its subfolders. */
    TOP;

    /** The separator at the end of a folder's name. */
    static final String DELIMITER = "/";

    /**
     * Returns whether a listing may contain an object with this key.
     *
     * @param start the index in the key at which the path relative to the listed folder starts
     */
    boolean showsObject(byte[] key, int start) {
        return this == ALL || firstDelimiter(key, start) == key.length;
    }

    /**
     * Returns whether a listing may contain this subfolder.
     *
     * @param start the index in the subfolder's path at which the path relative to the listed folder starts
     */
    boolean showsFolder(byte[] folder, int start) {
        return this == TOP && firstDelimiter(folder, start) == folder.length - 1;
    }

    private static int firstDelimiter(byte[] key, int start) {
        int at = start;
        while (at < key.length && key[at] != DELIMITER.charAt(0)) {
            at++;
        }
        return at;
    }
}
