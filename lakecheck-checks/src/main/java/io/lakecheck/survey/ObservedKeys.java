// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A summary of the keys that a listing has read so far, position by position. It shows which positions change from key
 * to key: in {@code 07/log-07-15}, the second {@code 07} always repeats the first one, so keys with the same start
 * never branch there. Not thread-safe.
 */
final class ObservedKeys {

    /** The number of positions to compare. Keys that differ only after them count as equal. */
    private static final int POSITIONS = 200;

    /** The maximum number of characters to keep for each position. */
    private static final int CHARACTERS = 256;

    private final String prefix;
    private final List<int[]> characters = new ArrayList<>();
    private final BitSet branches = new BitSet();
    private final BitSet passed = new BitSet();
    private int[] first = {};
    private int common = POSITIONS;

    /** @param prefix the prefix of all keys */
    ObservedKeys(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Adds a page.
     *
     * @param after the key after which the page starts, which need not exist
     * @param page a sample of the keys on the page, in key order
     */
    void add(String after, List<String> page) {
        int[] previous = name(after);
        for (int i = 0; i < page.size(); i++) {
            int[] name = name(page.get(i));
            int next = difference(previous, name);
            // All characters before the difference are those of the previous key.
            add(name, i == 0 ? 0 : Math.min(next, previous.length));
            passed.set(Math.min(next + 1, previous.length), previous.length);
            // The key after which the page starts may not exist, so it shows no branch.
            int branch = i == 0 ? difference(first, name) : next;
            branches.set(branch, Math.min(branch + 1, name.length));
            previous = name;
        }
    }

    /** Returns the position at which two names differ, or their length if one starts with the other. */
    private static int difference(int[] name, int[] next) {
        int position = Arrays.mismatch(name, next);
        return position < 0 || position == name.length ? next.length : position;
    }

    private void add(int[] name, int from) {
        if (characters.isEmpty()) {
            first = name;
        }
        int same = Arrays.mismatch(first, name);
        common = Math.min(common, same < 0 ? name.length : same);
        for (int i = from; i < name.length; i++) {
            if (i == characters.size()) {
                characters.add(new int[] {name[i]});
            } else {
                characters.set(i, with(characters.get(i), name[i]));
            }
        }
    }

    private static int[] with(int[] sorted, int character) {
        if (sorted.length == CHARACTERS || Arrays.binarySearch(sorted, character) >= 0) {
            return sorted;
        }
        int[] more = Arrays.copyOf(sorted, sorted.length + 1);
        more[sorted.length] = character;
        Arrays.sort(more);
        return more;
    }

    /** Returns the prefix of all keys. */
    String prefix() {
        return prefix;
    }

    /** Returns the start that all keys have in common, including the prefix. */
    String common() {
        return prefix + new String(first, 0, Math.min(common, first.length));
    }

    /** Returns the number of positions after the prefix. */
    int positions() {
        return characters.size();
    }

    /** Returns the characters at a position, in ascending order. */
    int[] characters(int position) {
        return characters.get(position);
    }

    /** Returns whether keys with the same start differ at a position. */
    boolean branchAt(int position) {
        return branches.get(position);
    }

    /**
     * Returns whether the listing has moved on to a key that differs before this position. So it has passed the last
     * character that follows the earlier start, for example the last hour of a day.
     */
    boolean havePassed(int position) {
        return passed.get(position);
    }

    /** Returns the characters of a key after the prefix, up to the number of positions that are compared. */
    int[] name(String key) {
        int[] name = new int[POSITIONS];
        int count = 0;
        for (int at = key.startsWith(prefix) ? prefix.length() : key.length();
                at < key.length() && count < POSITIONS;
                at += Character.charCount(name[count++])) {
            name[count] = key.codePointAt(at);
        }
        return Arrays.copyOf(name, count);
    }
}
