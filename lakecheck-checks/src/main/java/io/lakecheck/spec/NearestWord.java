// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** A search for the known word that is most similar to a mistyped one. */
final class NearestWord {

    /**
     * The maximum length of a string to compare. Longer strings are not misspelled words, and comparing them would take
     * too long.
     */
    private static final int LONGEST = 64;

    private record Known(String word, int distance) {}

    private NearestWord() {}

    /** Returns the known word that is most similar to {@code written}, ignoring case, or empty if none is similar. */
    static Optional<String> to(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> word.length() <= LONGEST)
                .map(word -> new Known(word, distance(lower, word.toLowerCase(Locale.ROOT))))
                .min(Comparator.comparingInt(Known::distance))
                .filter(nearest ->
                        nearest.distance() <= Math.max(1, nearest.word().length() / 3))
                .map(Known::word);
    }

    /**
     * Returns {@code "Did you mean 'drop'? "}, with a trailing space, or an empty string if no known word is similar.
     */
    static String didYouMean(String written, Collection<String> known) {
        return to(written, known).map(word -> "Did you mean '" + word + "'? ").orElse("");
    }

    /**
     * Returns the minimum number of edits that turn {@code a} into {@code b}. An edit inserts, deletes or replaces a
     * letter, or swaps two adjacent ones.
     */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
