// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/**
 * The difference between the expected folder of some data and its actual folder.
 *
 * @param expected the expected folder
 * @param actual the other folder
 */
record PathDifference(String expected, String actual) {

    /** Returns the number of characters to insert, delete or replace (Levenshtein distance). */
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

    /** Returns a line with carets below the characters of the other folder that differ; empty if they are equal. */
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
