// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.value.Display;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Checks keys as they come on a page: that they are the folder's, in order, and not there twice. For one thread. */
final class KeySequence {

    private final S3Location folder;
    private String last;

    /** @param last behind which they come; empty for the beginning */
    KeySequence(S3Location folder, String last) {
        this.folder = folder;
        this.last = last;
    }

    /** Answers what is left of the next key below the folder. */
    String next(String key) throws PageException {
        if (!key.startsWith(folder.prefix())) {
            throw new PageException("lists a key of another folder: " + Display.visible(key));
        }
        boolean first = last.isEmpty();
        if (!first && compare(last, key) >= 0) {
            throw new PageException("lists " + Display.visible(key) + " behind " + Display.visible(last)
                    + ": keys are in no order or there twice");
        }
        last = key;
        return key.substring(folder.prefix().length());
    }

    /** The last key of the two. */
    String lastWith(KeySequence others) {
        return compare(last, others.last) < 0 ? others.last : last;
    }

    /** The order of keys. */
    static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
