// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/**
 * The difference between the folder that data was expected in and the folder that it was written to.
 *
 * @param expected the expected folder
 * @param actual the folder that the data was written to
 */
record PathDifference(String expected, String actual) {

    /** Returns the Levenshtein distance: the number of characters that must be inserted, deleted or replaced. */
    int distance() {
        int[] previous = new int[actual.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= expected.length(); i++) {
            int[] next = new int[previous.length];
            next[0] = i;
            for (int j = 1; j < next.length; j++) {
                int replaced = previous[j - 1] + (expected.charAt(i - 1) == actual.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(replaced, 1 + Math.min(previous[j], next[j - 1]));
            }
            previous = next;
        }
        return previous[actual.length()];
    }

    /**
     * Returns a line to print below the actual folder, with a caret below each character that differs. Returns an empty
     * string if the folders are equal.
     */
    String marks() {
        if (expected.equals(actual)) {
            return "";
        }
        int shorter = Math.min(expected.length(), actual.length());
        int start = 0;
        while (start < shorter && expected.charAt(start) == actual.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && expected.charAt(expected.length() - 1 - end) == actual.charAt(actual.length() - 1 - end)) {
            end++;
        }
        return " ".repeat(start) + "^".repeat(Math.max(1, actual.length() - end - start));
    }
}
