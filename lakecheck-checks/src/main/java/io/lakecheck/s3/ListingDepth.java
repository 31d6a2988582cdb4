// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

/** How far below a folder a LIST request looks. */
enum ListingDepth {
    /** At every object, however many folders it lies in. */
    ALL,
    /** At what lies directly in the folder: of what lies deeper S3 tells the name of the folder alone. */
    TOP;

    /** What S3 takes for the end of a folder's name. */
    static final String DELIMITER = "/";

    /** Whether an object can be told that has this key below the folder. */
    boolean showsObject(String key) {
        return this == ALL || !key.contains(DELIMITER);
    }

    /** Whether a folder can be told in place of its objects, with a slash at its end. */
    boolean showsFolder(String name) {
        return this == TOP && name.endsWith(DELIMITER) && name.indexOf(DELIMITER) == name.length() - 1;
    }
}
