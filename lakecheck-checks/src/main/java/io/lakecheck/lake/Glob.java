// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.util.BitSet;
import java.util.PrimitiveIterator;

/**
 * A matcher for shell-style glob patterns: {@code *} matches any characters except slashes, {@code **} any characters
 * including slashes, {@code ?} one character, and {@code {a,b}} either alternative. The JDK's globs require a
 * {@link java.nio.file.Path}, which rejects valid keys, and regular expressions take exponential time on patterns with
 * many stars. This matcher processes each part of a pattern once, for all positions in the text that the previous parts
 * can reach.
 */
public final class Glob {

    private final int[] glob;
    private final int[] text;
    private int at;

    private Glob(String glob, String text) {
        this.glob = glob.codePoints().toArray();
        this.text = text.codePoints().toArray();
    }

    /** Returns whether the whole text matches the pattern. */
    public static boolean matches(String glob, String text) {
        Glob match = new Glob(glob, text);
        BitSet start = new BitSet();
        start.set(0);
        return match.sequence(start, 0).get(match.text.length);
    }

    /**
     * Matches the rest of the pattern or, inside braces, the rest of the current alternative.
     *
     * @param from the positions in the text at which a match may start
     * @param depth the number of braces that are open
     * @return the positions in the text at which the matches end
     */
    private BitSet sequence(BitSet from, int depth) {
        BitSet reached = from;
        while (at < glob.length && (depth == 0 || (glob[at] != ',' && glob[at] != '}'))) {
            reached = part(reached, depth);
        }
        return reached;
    }

    private BitSet part(BitSet from, int depth) {
        int c = glob[at++];
        if (c == '{') {
            return either(from, depth + 1);
        }
        if (c == '?') {
            return step(from, -1);
        }
        if (c != '*') {
            return step(from, c);
        }
        if (!next('*')) {
            return run(from, false);
        }
        return next('/') ? folders(from) : run(from, true);
    }

    private BitSet either(BitSet from, int depth) {
        BitSet reached = sequence(from, depth);
        while (next(',')) {
            reached.or(sequence(from, depth));
        }
        next('}');
        return reached;
    }

    private boolean next(int c) {
        boolean isNext = at < glob.length && glob[at] == c;
        at += isNext ? 1 : 0;
        return isNext;
    }

    /** Matches one character: {@code c}, or any except a slash if {@code c} is negative. */
    private BitSet step(BitSet from, int c) {
        BitSet reached = new BitSet();
        for (PrimitiveIterator.OfInt i = from.stream().iterator(); i.hasNext(); ) {
            int position = i.nextInt();
            if (position < text.length && (c < 0 ? text[position] != '/' : text[position] == c)) {
                reached.set(position + 1);
            }
        }
        return reached;
    }

    /** Matches any number of characters, but no slashes unless {@code acrossSlashes} is true. */
    private BitSet run(BitSet from, boolean acrossSlashes) {
        BitSet reached = new BitSet();
        for (int position = from.nextSetBit(0); position >= 0 && position <= text.length; position++) {
            boolean carried = position > 0 && reached.get(position - 1) && (acrossSlashes || text[position - 1] != '/');
            reached.set(position, carried || from.get(position));
        }
        return reached;
    }

    /** Matches any number of whole folders, including none. */
    private BitSet folders(BitSet from) {
        BitSet reached = new BitSet();
        reached.or(from);
        for (int position = from.nextSetBit(0) + 1; position > 0 && position <= text.length; position++) {
            if (text[position - 1] == '/') {
                reached.set(position);
            }
        }
        return reached;
    }
}
