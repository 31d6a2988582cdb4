// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.value.Utf8Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A lake with many keys whose responses take one round trip in simulated time. */
final class SimulatedLake implements Lake {

    private static final Instant WRITTEN = Instant.parse("2026-01-03T03:00:00Z");

    private final SimulatedThreads threads;
    private final List<String> keys;
    private final int pageSize;
    private final List<KeyRange> requests = Collections.synchronizedList(new ArrayList<>());

    /** @param keys the keys below the root, in key order */
    SimulatedLake(SimulatedThreads threads, List<String> keys, int pageSize) {
        this.threads = threads;
        this.keys = keys;
        this.pageSize = pageSize;
    }

    /** Returns the requests by what they start after. */
    List<KeyRange> requests() {
        return requests;
    }

    @Override
    public boolean isSeekable(String root) {
        return true;
    }

    @Override
    public void list(KeyRange range, Visitor visitor) {
        int next = Math.max(first(range.prefix(), false), range.after().isEmpty() ? 0 : first(range.after(), true));
        do {
            threads.await();
            requests.add(range);
            visitor.onAnswer(Answer.at(WRITTEN.plusSeconds(threads.now())));
            int end = next + pageSize;
            while (next < end && isListed(range, next)) {
                if (!visitor.onObject(object(keys.get(next)))) {
                    return;
                }
                next++;
            }
        } while (isListed(range, next) && visitor.wantsNextPage());
    }

    static LakeObject object(String key) {
        return new LakeObject(key, key.hashCode() & 0xFF, WRITTEN.plusSeconds(key.hashCode() & 0xF), "");
    }

    private boolean isListed(KeyRange range, int index) {
        return index < keys.size() && keys.get(index).startsWith(range.prefix());
    }

    private int first(String key, boolean isExclusive) {
        int found = Collections.binarySearch(keys, key, Utf8Order.BYTES);
        return found < 0 ? -found - 1 : found + (isExclusive ? 1 : 0);
    }
}
