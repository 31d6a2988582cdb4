// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.value.Display;

/**
 * Describes the difference between two strings. Long strings are shortened to the part that differs and the text around
 * it.
 */
final class TextDifference {

    /** The maximum length, in characters, of a string that is shown in full. */
    private static final int LONGEST = 300;

    /** The number of characters to show before and after the part that differs. */
    private static final int CONTEXT = 40;

    private TextDifference() {}

    /** Returns a string of the form {@code before -> after} that is safe to print. */
    static String between(String before, String after) {
        if (Math.max(before.length(), after.length()) <= LONGEST) {
            return whole(before) + " -> " + whole(after);
        }
        int most = Math.min(before.length(), after.length());
        int head = 0;
        while (head < most && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        return middle(before, head, tail) + " -> " + middle(after, head, tail);
    }

    private static String whole(String text) {
        return text.isEmpty() ? "(none)" : Display.visible(text);
    }

    private static String middle(String text, int head, int tail) {
        int from = Math.max(0, head - CONTEXT);
        int to = Math.min(text.length(), text.length() - tail + CONTEXT);
        return (from > 0 ? "…" : "") + Display.visible(text.substring(from, to)) + (to < text.length() ? "…" : "");
    }
}
