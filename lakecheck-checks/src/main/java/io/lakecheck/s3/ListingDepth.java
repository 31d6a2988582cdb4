// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

/** How far below a folder a LIST request reaches. */
enum ListingDepth {
    /** Every object, however deep. */
    ALL,
    /** What is directly in the folder; of anything deeper only the name of the subfolder. */
    TOP;

    /** Ends the name of a folder. */
    static final String DELIMITER = "/";

    /** Returns whether an object with this key below the folder may be listed. */
    boolean showsObject(String key) {
        return this == ALL || !key.contains(DELIMITER);
    }

    /** Returns whether this folder, whose name ends with a slash, may be listed in place of its objects. */
    boolean showsFolder(String name) {
        return this == TOP && name.endsWith(DELIMITER) && name.indexOf(DELIMITER) == name.length() - 1;
    }
}
