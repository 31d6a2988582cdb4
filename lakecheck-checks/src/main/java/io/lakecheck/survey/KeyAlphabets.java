// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Guesses from a sample of keys which characters may occur at each position. If only digits occur at a position, any
 * digit is expected there, even if all keys in the sample have the same one, because counters have leading zeros. If a
 * position is part of a random identifier, any character that the identifier may consist of is expected. At all other
 * positions, and for the code after a percent sign, only the characters in the sample are expected.
 */
final class KeyAlphabets {

    /** The number of positions to compare. Keys that differ only after them count as equal. */
    private static final int POSITIONS = 100;

    /**
     * If at least this many different letters and digits, or characters outside ASCII, occur at a position, it is
     * considered part of a random identifier.
     */
    private static final int RANDOM = 6;

    private static final int[] DIGITS = IntStream.rangeClosed('0', '9').toArray();
    private static final List<int[]> RANDOM_CHARACTERS = List.of(
            "0123456789abcdef".codePoints().toArray(),
            "0123456789ABCDEF".codePoints().toArray(),
            IntStream.range(0xA0, Character.MIN_SURROGATE).toArray());

    private KeyAlphabets() {}

    /** Returns, for each position after the prefix, the characters that may occur there, in ascending order. */
    static List<int[]> of(String prefix, List<String> sample) {
        List<int[]> observed = observed(prefix, sample);
        List<int[]> alphabets = new ArrayList<>(observed);
        for (int i = 0; i < observed.size(); i++) {
            if (isWithin(observed.get(i), DIGITS) && !isEncoded(observed, i)) {
                alphabets.set(i, DIGITS);
            }
        }
        for (int i = 0; i < observed.size(); i++) {
            if (isRandom(observed.get(i))) {
                int[] alphabet = completed(observed, i);
                for (int left = i; left >= 0 && isWithin(observed.get(left), alphabet); left--) {
                    alphabets.set(left, alphabet);
                }
                for (int right = i; right < observed.size() && isWithin(observed.get(right), alphabet); right++) {
                    alphabets.set(right, alphabet);
                }
            }
        }
        return alphabets;
    }

    private static List<int[]> observed(String prefix, List<String> sample) {
        List<int[]> keys = sample.stream()
                .map(key -> key.substring(prefix.length())
                        .codePoints()
                        .limit(POSITIONS)
                        .toArray())
                .toList();
        int length = keys.stream().mapToInt(key -> key.length).max().orElse(0);
        List<int[]> observed = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int position = i;
            observed.add(keys.stream()
                    .filter(key -> position < key.length)
                    .mapToInt(key -> key[position])
                    .sorted()
                    .distinct()
                    .toArray());
        }
        return observed;
    }

    /** Returns whether a position belongs to the code after a percent sign, such as {@code %2F}. */
    private static boolean isEncoded(List<int[]> observed, int position) {
        return observed.subList(Math.max(0, position - 2), position).stream()
                .anyMatch(each -> each.length == 1 && each[0] == '%');
    }

    private static boolean isRandom(int[] characters) {
        return characters.length >= RANDOM
                && !isWithin(characters, DIGITS)
                && (Arrays.stream(characters).allMatch(KeyAlphabets::isLetterOrDigit)
                        || Arrays.stream(characters).allMatch(each -> each > 0x7F));
    }

    private static boolean isLetterOrDigit(int character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z');
    }

    /**
     * Returns the characters that a random identifier may consist of.
     *
     * @param position the first position of the identifier
     */
    private static int[] completed(List<int[]> observed, int position) {
        for (int[] digits : RANDOM_CHARACTERS) {
            if (isWithin(observed.get(position), digits)) {
                return digits;
            }
        }
        int right = position;
        while (right < observed.size() && isRandom(observed.get(right))) {
            right++;
        }
        return observed.subList(position, right).stream()
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }

    private static boolean isWithin(int[] characters, int[] alphabet) {
        return Arrays.stream(characters).allMatch(each -> Arrays.binarySearch(alphabet, each) >= 0);
    }
}
