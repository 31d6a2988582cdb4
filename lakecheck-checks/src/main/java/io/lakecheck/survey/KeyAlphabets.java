// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Guesses from the keys read so far which characters may occur at each position of keys near a given one. If that key
 * has a digit, any digit is expected, because counters have leading zeros; but once the listing has passed the last
 * character of a position, only the characters in the keys read. At a position that repeats an earlier part of the
 * name, only the key's own character is expected. If a position is part of a random identifier, any character that the
 * identifier may consist of is expected. At all other positions, and for the code after a percent sign, only the
 * characters in the keys read are expected.
 */
final class KeyAlphabets {

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

    /**
     * Returns, for each position after the prefix, the characters that may occur there, in ascending order.
     *
     * @param key the key near which keys are searched for
     * @param isOpen whether the search has no end, so that numbers may follow that are greater than those read
     */
    static List<int[]> of(ObservedKeys keys, String key, boolean isOpen) {
        int[] name = keys.name(key);
        List<int[]> observed = new ArrayList<>();
        for (int i = 0; i < keys.positions() && (i < name.length || !isRepeated(keys, i)); i++) {
            observed.add(isRepeated(keys, i) ? new int[] {name[i]} : keys.characters(i));
        }
        List<int[]> alphabets = new ArrayList<>(observed);
        for (int i = 0; i < Math.min(name.length, observed.size()); i++) {
            boolean mayGrow = !keys.havePassed(i) || (isOpen && keys.branchAt(i));
            if (mayGrow && Arrays.binarySearch(DIGITS, name[i]) >= 0 && !isEncoded(observed, i)) {
                alphabets.set(i, isWithin(observed.get(i), DIGITS) ? DIGITS : union(observed.get(i), DIGITS));
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

    /** Returns whether the characters before a position determine the one at it. */
    private static boolean isRepeated(ObservedKeys keys, int position) {
        return keys.havePassed(position) && !keys.branchAt(position);
    }

    private static int[] union(int[] some, int[] others) {
        return IntStream.concat(Arrays.stream(some), Arrays.stream(others))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Returns whether a position belongs to the code after a percent sign, such as {@code %2F}. */
    private static boolean isEncoded(List<int[]> observed, int position) {
        for (int[] each : observed.subList(Math.max(0, position - 2), position)) {
            if (each.length == 1 && each[0] == '%') {
                return true;
            }
        }
        return false;
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
        for (int character : characters) {
            if (Arrays.binarySearch(alphabet, character) < 0) {
                return false;
            }
        }
        return true;
    }
}
