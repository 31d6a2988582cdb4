// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.value.Display;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Verifies that a page's keys belong to the folder, are in ascending order, and don't repeat. Not thread-safe. */
final class KeySequence {

    private final byte[] prefix;
    private byte[] last;

    /** @param last the key that the page's keys must come after; empty at the start of a listing */
    KeySequence(byte[] prefix, byte[] last) {
        this.prefix = prefix;
        this.last = last;
    }

    /** Verifies the next key of the page. */
    void next(byte[] key) throws PageException {
        int same = Arrays.mismatch(prefix, key);
        if (same >= 0 && same < prefix.length) {
            throw new PageException("contains a key from a different folder: " + visible(key));
        }
        if (last.length > 0 && Arrays.compareUnsigned(last, key) >= 0) {
            throw new PageException(
                    "contains duplicate or out-of-order keys: " + visible(key) + " follows " + visible(last));
        }
        last = key;
    }

    /** Returns the last key of this or the other sequence, whichever is greater. */
    byte[] lastWith(KeySequence other) {
        return Arrays.compareUnsigned(last, other.last) < 0 ? other.last : last;
    }

    static String visible(byte[] key) {
        return Display.visible(new String(key, StandardCharsets.UTF_8));
    }
}
