// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.value.Display;
import io.lakecheck.value.Utf8Order;

/** Verifies that a page's keys belong to the folder, are in ascending order, and don't repeat. Not thread-safe. */
final class KeySequence {

    private final S3Location folder;
    private String last;

    /** @param last the key that the page's keys must follow; empty at the start of a listing */
    KeySequence(S3Location folder, String last) {
        this.folder = folder;
        this.last = last;
    }

    /** Verifies the next key and returns it relative to the folder. */
    String next(String key) throws PageException {
        if (!key.startsWith(folder.prefix())) {
            throw new PageException("contains a key from another folder: " + Display.visible(key));
        }
        if (!last.isEmpty() && Utf8Order.BYTES.compare(last, key) >= 0) {
            throw new PageException("contains duplicate or unordered keys: " + Display.visible(key) + " follows "
                    + Display.visible(last));
        }
        last = key;
        return key.substring(folder.prefix().length());
    }

    /** Returns the greater of the two sequences' last keys. */
    String lastWith(KeySequence other) {
        return Utf8Order.BYTES.compare(last, other.last) < 0 ? other.last : last;
    }
}
