// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

/**
 * A stretch of a lake's keys in their order: everything below {@code root} whose key starts with {@code prefix} and
 * comes after {@code after}.
 *
 * @param root a folder: {@code s3://refined/kpi/}, {@code file:/data/kpi/} or a plain path; ends with a slash; never
 *     left
 * @param prefix what keys below the root start with; empty for all
 * @param after the key below the root behind which to start, itself excluded; empty for the beginning
 */
public record KeyRange(String root, String prefix, String after) {

    public KeyRange {
        if (!root.endsWith("/")) {
            throw new IllegalArgumentException("a folder ends with a slash: " + root);
        }
    }

    public static KeyRange of(String root, String prefix) {
        return new KeyRange(root, prefix, "");
    }
}
