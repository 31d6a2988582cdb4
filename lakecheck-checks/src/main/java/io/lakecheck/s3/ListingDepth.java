// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

/** How far below a folder a LIST request reaches. */
enum ListingDepth {
    /** All objects, at any depth. */
    ALL,
    /** Objects directly in the folder, and the names of its subfolders. */
    TOP;

    /** Separator at the end of a folder's name. */
    static final String DELIMITER = "/";

    /** Returns whether an object with this key below the folder may be listed. */
    boolean showsObject(String key) {
        return this == ALL || !key.contains(DELIMITER);
    }

    /** Returns whether this folder, whose name ends with a slash, may be listed instead of its objects. */
    boolean showsFolder(String name) {
        return this == TOP && name.endsWith(DELIMITER) && name.indexOf(DELIMITER) == name.length() - 1;
    }
}
