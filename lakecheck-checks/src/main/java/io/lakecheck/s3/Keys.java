// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Checks keys as they come on a page: that they are the folder's, in order, and not there twice. For one thread. */
final class Keys {

    private final Folder folder;
    private String last;

    /** @param last behind which they come; empty for the beginning */
    Keys(Folder folder, String last) {
        this.folder = folder;
        this.last = last;
    }

    /** Answers what is left of the next key below the folder. */
    String next(String key) throws PageFault {
        if (!key.startsWith(folder.prefix())) {
            throw new PageFault("lists a key of another folder: " + Text.visible(key));
        }
        boolean first = last.isEmpty();
        if (!first && compare(last, key) >= 0) {
            throw new PageFault("lists " + Text.visible(key) + " behind " + Text.visible(last)
                    + ": keys are in no order or there twice");
        }
        last = key;
        return key.substring(folder.prefix().length());
    }

    /** The last key of the two. */
    String lastWith(Keys others) {
        return compare(last, others.last) < 0 ? others.last : last;
    }

    /** The order of keys. */
    static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
