// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.LakeObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some keys of one page: the first, the last, and a few between them. Not thread-safe. */
final class PageSample {

    /** Every how many keys one is kept. */
    private static final int STEP = 32;

    private final List<String> keys = new ArrayList<>();
    private @Nullable LakeObject last;
    private long count;

    void add(LakeObject object) {
        if (count++ % STEP == 0) {
            keys.add(object.key());
        }
        last = object;
    }

    /** Returns the number of objects on the page. */
    long count() {
        return count;
    }

    /** Returns the keys in key order, and starts the next page. */
    List<String> end() {
        if (last != null && count % STEP != 1) {
            keys.add(last.key());
        }
        List<String> page = List.copyOf(keys);
        keys.clear();
        last = null;
        count = 0;
        return page;
    }
}
