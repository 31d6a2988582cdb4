// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.util.BitSet;
import java.util.PrimitiveIterator;

/**
 * The patterns that people know from shells: {@code *} within a name, {@code **} across slashes, {@code ?} one
 * character, {@code {a,b}} either. The JDK's own go through {@link java.nio.file.Path}, which refuses keys that a lake
 * may hold, and regular expressions take for ever on patterns with many stars: here every part of a pattern is tried
 * once from all places that it may begin at.
 */
public final class Glob {

    private final int[] glob;
    private final int[] text;
    private int at;

    private Glob(String glob, String text) {
        this.glob = glob.codePoints().toArray();
        this.text = text.codePoints().toArray();
    }

    /** Whether the whole text fits the pattern. */
    public static boolean matches(String glob, String text) {
        Glob match = new Glob(glob, text);
        BitSet start = new BitSet();
        start.set(0);
        return match.sequence(start, 0).get(match.text.length);
    }

    /**
     * The places in the text that may be reached from any of these by what follows in the pattern, up to the end of an
     * alternative.
     */
    private BitSet sequence(BitSet from, int depth) {
        BitSet places = from;
        while (at < glob.length && (depth == 0 || (glob[at] != ',' && glob[at] != '}'))) {
            places = part(places, depth);
        }
        return places;
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
        BitSet places = sequence(from, depth);
        while (next(',')) {
            places.or(sequence(from, depth));
        }
        next('}');
        return places;
    }

    private boolean next(int c) {
        boolean there = at < glob.length && glob[at] == c;
        at += there ? 1 : 0;
        return there;
    }

    /** One character further: this one, or any but a slash where it is negative. */
    private BitSet step(BitSet from, int c) {
        BitSet places = new BitSet();
        for (PrimitiveIterator.OfInt i = from.stream().iterator(); i.hasNext(); ) {
            int place = i.nextInt();
            if (place < text.length && (c < 0 ? text[place] != '/' : text[place] == c)) {
                places.set(place + 1);
            }
        }
        return places;
    }

    /** Any number of characters further. */
    private BitSet run(BitSet from, boolean acrossSlashes) {
        BitSet places = new BitSet();
        for (int place = from.nextSetBit(0); place >= 0 && place <= text.length; place++) {
            boolean carried = place > 0 && places.get(place - 1) && (acrossSlashes || text[place - 1] != '/');
            places.set(place, carried || from.get(place));
        }
        return places;
    }

    /** Any number of whole folders further. */
    private BitSet folders(BitSet from) {
        BitSet places = new BitSet();
        places.or(from);
        for (int place = from.nextSetBit(0) + 1; place > 0 && place <= text.length; place++) {
            if (text[place - 1] == '/') {
                places.set(place);
            }
        }
        return places;
    }
}
