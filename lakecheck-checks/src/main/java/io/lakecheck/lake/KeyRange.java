// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

/**
 * A range of a lake's keys: those below {@code root} that start with {@code prefix} and follow {@code after} in key
 * order.
 *
 * @param root the address of a folder, ending with a slash: {@code s3://refined/kpi/}, {@code file:/data/kpi/} or a
 *     plain path. Listings never leave it.
 * @param prefix the prefix of the keys below the root; empty for all keys
 * @param after the key below the root after which to start; empty to start with the first
 */
public record KeyRange(String root, String prefix, String after) {

    public KeyRange {
        if (!root.endsWith("/")) {
            throw new IllegalArgumentException("the root must end with a slash: " + root);
        }
    }

    /** Returns the range of all keys with a prefix. */
    public static KeyRange of(String root, String prefix) {
        return new KeyRange(root, prefix, "");
    }
}
