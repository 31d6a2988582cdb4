// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

/**
 * A range of a lake's keys: the keys under {@code root} that start with {@code prefix} and follow {@code after} in key
 * order.
 *
 * @param root a folder that contains all keys of the range, ending with a slash, for example {@code s3://refined/kpi/},
 *     {@code file:/data/kpi/} or {@code /data/kpi/}. Listings never leave this folder.
 * @param prefix the prefix of the keys, relative to the root; empty for all keys
 * @param after the key, relative to the root, after which to start; empty to start with the first key
 */
public record KeyRange(String root, String prefix, String after) {

    public KeyRange {
        if (!root.endsWith("/")) {
            throw new IllegalArgumentException("the root must end with a slash, but was " + root);
        }
    }

    /** Comes after all characters that are common in keys. */
    private static final char HIGH = '~';

    /**
     * Returns the range of keys with a prefix, without those that come before all keys with a longer prefix. It may
     * contain a few of these, because the start of a range is not part of it, and a key may be equal to the longer
     * prefix.
     */
    public static KeyRange startingAt(String root, String prefix, String longerPrefix) {
        int end = longerPrefix.offsetByCodePoints(longerPrefix.length(), -1);
        int last = longerPrefix.codePointAt(end);
        // For a prefix such as kpi_20260129, the start kpi_2026012 would be nine days too early.
        String start = last >= '0' && last <= '9' ? Character.toString(last - 1) + HIGH : "";
        return new KeyRange(root, prefix, longerPrefix.substring(0, end) + start);
    }

    /** Returns the range of all keys with a prefix. */
    public static KeyRange of(String root, String prefix) {
        return new KeyRange(root, prefix, "");
    }
}
