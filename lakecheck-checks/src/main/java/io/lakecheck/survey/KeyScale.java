// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Assigns numbers to keys, so that distances between keys can be compared and a key halfway between two others can be
 * found. A key is read as a number whose digits are its characters; {@link KeyAlphabets} determines which digits may
 * occur at each position. A key with other characters has the number of the next key that fits. Immutable.
 */
final class KeyScale {

    private static final char AFTER_ASCII = '~';
    private static final char AFTER_SLASH = '0';
    private static final int MANY = 256;

    private final String prefix;
    private final List<int[]> alphabets;

    /** The start that all keys read so far have in common. */
    private final String common;

    /** For each position, how much a key's number increases if the key has the next character at that position. */
    private final BigInteger[] units;

    private KeyScale(String prefix, List<int[]> alphabets, String common) {
        this.prefix = prefix;
        this.alphabets = alphabets;
        this.common = common;
        this.units = new BigInteger[alphabets.size()];
        BigInteger unit = BigInteger.ONE;
        for (int i = units.length - 1; i >= 0; i--) {
            units[i] = unit;
            unit = unit.multiply(BigInteger.valueOf(alphabets.get(i).length));
        }
    }

    /**
     * Returns a scale for keys that are similar to those read so far.
     *
     * @param key the key near which keys are searched for
     * @param isOpen whether the search has no end
     */
    static KeyScale of(ObservedKeys keys, String key, boolean isOpen) {
        return new KeyScale(keys.prefix(), KeyAlphabets.of(keys, key, isOpen), keys.common());
    }

    /** Returns the lowest number above the numbers of all keys that fit the scale. */
    BigInteger top() {
        return units.length == 0 ? BigInteger.ONE : units[0].multiply(BigInteger.valueOf(alphabets.get(0).length));
    }

    /**
     * Returns the number of a key, between 0 and {@link #top}. The number never decreases from a key to a later one.
     */
    BigInteger number(String key) {
        BigInteger number = BigInteger.ZERO;
        int at = prefix.length();
        for (int i = 0; i < units.length && at < key.length(); i++) {
            int character = key.codePointAt(at);
            int rank = Arrays.binarySearch(alphabets.get(i), character);
            number = number.add(units[i].multiply(BigInteger.valueOf(rank < 0 ? -rank - 1 : rank)));
            if (rank < 0) {
                return number;
            }
            at += Character.charCount(character);
        }
        return number;
    }

    /** Returns a key that follows all keys in a folder. */
    static String end(String folder) {
        return folder.substring(0, folder.length() - 1) + AFTER_SLASH;
    }

    /**
     * Returns a key that follows all keys that fit the scale, but precedes most of those that start differently, or
     * empty if the keys start with a character that a pivot may not contain.
     */
    Optional<String> end() {
        StringBuilder end = new StringBuilder(prefix);
        for (int[] alphabet : alphabets) {
            int last = alphabet[alphabet.length - 1];
            if (!isAllowed(end, last)) {
                return Optional.empty();
            }
            end.appendCodePoint(last);
            if (alphabet.length > 1) {
                break;
            }
        }
        return Optional.of(end.append(AFTER_ASCII).toString());
    }

    /**
     * Returns a key inside an interval, or empty if none is found. This method is for keys that don't fit the scale.
     * The result consists of the first characters of the interval's start, followed by one of the scale's characters.
     */
    Optional<String> middle(KeyInterval interval) {
        int[] characters = alphabets.stream()
                .flatMapToInt(KeyScale::some)
                .filter(PivotText::isAllowed)
                .sorted()
                .distinct()
                .toArray();
        String start = allowedStart(interval.after());
        for (int end = prefix.length(); end <= start.length(); end = start.offsetByCodePoints(end, 1)) {
            String stem = start.substring(0, end);
            List<String> keys = Arrays.stream(characters)
                    .mapToObj(character -> stem + Character.toString(character))
                    .filter(interval::canSplitAfter)
                    .toList();
            if (!keys.isEmpty()) {
                return Optional.of(keys.get(keys.size() / 2));
            }
            if (end == start.length()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Returns all characters of a small alphabet, and evenly distributed ones of a large alphabet. */
    private static IntStream some(int[] alphabet) {
        int step = 1 + alphabet.length / MANY;
        return IntStream.iterate(0, i -> i < alphabet.length, i -> i + step).map(i -> alphabet[i]);
    }

    /** Returns the part of a key before the first character that a pivot must not contain. */
    private String allowedStart(String key) {
        StringBuilder start = new StringBuilder(prefix);
        key.codePoints()
                .skip(prefix.codePointCount(0, prefix.length()))
                .takeWhile(character -> isAllowed(start, character))
                .forEach(start::appendCodePoint);
        return start.toString();
    }

    /**
     * Returns whether a pivot may continue with a character. A percent sign is allowed only if all keys read so far
     * have one at that position, after the same characters.
     */
    private boolean isAllowed(CharSequence start, int character) {
        return PivotText.isAllowed(character) || (character == '%' && common.startsWith(start + "%"));
    }

    /** Returns whether a key starts with the only characters that are expected at the first positions. */
    boolean fits(String key) {
        int at = prefix.length();
        for (int i = 0; i < units.length && alphabets.get(i).length == 1; i++) {
            if (at >= key.length() || key.codePointAt(at) != alphabets.get(i)[0]) {
                return false;
            }
            at += Character.charCount(alphabets.get(i)[0]);
        }
        return true;
    }

    /**
     * Returns the first characters of the key with a given number. The result may have a slightly lower number, so that
     * it can be shorter.
     *
     * @param number a number below {@link #top}
     * @param resolution how much lower the number of the result may be
     */
    String key(BigInteger number, BigInteger resolution) {
        StringBuilder key = new StringBuilder(prefix);
        BigInteger rest = number;
        for (int i = 0; i < units.length; i++) {
            BigInteger[] digit = rest.divideAndRemainder(units[i]);
            int character = alphabets.get(i)[digit[0].intValue()];
            if (!isAllowed(key, character)) {
                break;
            }
            key.appendCodePoint(character);
            rest = digit[1];
            if (units[i].compareTo(resolution) <= 0) {
                break;
            }
        }
        return key.toString();
    }
}
