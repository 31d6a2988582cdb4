// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.LakeObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sample of the keys on one page: the first two, the last, and some in between. Not thread-safe. */
final class PageSample {

    /** One in this many keys is kept. */
    private static final int STEP = 31;

    private final List<String> keys = new ArrayList<>();
    private @Nullable LakeObject last;
    private long count;

    void add(LakeObject object) {
        if (count % STEP == 0 || count == 1) {
            keys.add(object.key());
        }
        count++;
        last = object;
    }

    /** Returns the number of objects on the page. */
    long count() {
        return count;
    }

    /** Returns the sample in key order, and starts a new one for the next page. */
    List<String> end() {
        if (last != null && count % STEP != 1 && count != 2) {
            keys.add(last.key());
        }
        List<String> page = List.copyOf(keys);
        keys.clear();
        last = null;
        count = 0;
        return page;
    }
}
