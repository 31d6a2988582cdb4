// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

/** How far below a folder a LIST request reaches. */
enum ListingDepth {
    /** All objects, at any depth. */
    ALL,
    /** Objects directly in the folder, and the names of its subfolders. */
    TOP;

    /** The separator at the end of a folder's name. */
    static final String DELIMITER = "/";

    /** Returns whether a listing may contain an object with this key, which is relative to the listed folder. */
    boolean showsObject(String key) {
        return this == ALL || !key.contains(DELIMITER);
    }

    /** Returns whether a listing may contain a subfolder with this name, which must end with a slash. */
    boolean showsFolder(String name) {
        return this == TOP && name.endsWith(DELIMITER) && name.indexOf(DELIMITER) == name.length() - 1;
    }
}
