// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.value.Utf8Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;

/** A lake in memory whose responses take simulated time. */
final class SimulatedLake implements Lake {

    static final int KEYS_PER_PAGE = 1000;

    private static final Instant WRITTEN = Instant.parse("2026-01-03T03:00:00Z");

    /** The time of all responses. */
    static final Answer ANSWER = Answer.at(WRITTEN);

    private final SimulatedThreads threads;
    private final List<String> keys;
    private final int pageSize;
    private final IntSupplier latency;
    private long interval;
    private long next;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /** Creates a lake whose responses take one round trip. */
    SimulatedLake(SimulatedThreads threads, Collection<String> keys) {
        this(threads, keys, KEYS_PER_PAGE, () -> 1);
    }

    /**
     * @param keys the keys below the root
     * @param latency the number of round trips that the next response takes
     */
    SimulatedLake(SimulatedThreads threads, Collection<String> keys, int pageSize, IntSupplier latency) {
        this.threads = threads;
        this.keys = keys.stream().distinct().sorted(Utf8Order.BYTES).toList();
        this.pageSize = pageSize;
        this.latency = latency;
    }

    /** Sends at most one request in each interval, which is given in round trips, and reports throttling. */
    SimulatedLake limited(int roundTrips) {
        interval = roundTrips;
        return this;
    }

    /** Returns the keys in their order. */
    List<String> keys() {
        return keys;
    }

    /** Returns for each request the key after which its listing started. */
    List<String> requests() {
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
            awaitTurn(visitor);
            visitor.onRequest();
            threads.await(latency.getAsInt());
            visitor.onRequestEnd();
            requests.add(range.after());
            visitor.onAnswer(ANSWER);
            int end = next + pageSize;
            while (next < end && isListed(range, next)) {
                if (!visitor.onObject(object(keys.get(next)))) {
                    return;
                }
                next++;
            }
        } while (isListed(range, next) && visitor.wantsNextPage());
    }

    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        List<String> names = keys.stream()
                .filter(key -> key.startsWith(path) && key.indexOf('/', path.length()) >= 0)
                .map(key -> key.substring(path.length(), key.indexOf('/', path.length())))
                .distinct()
                .toList();
        int next = 0;
        do {
            visitor.onRequest();
            threads.await(latency.getAsInt());
            visitor.onRequestEnd();
            requests.add(path);
            visitor.onAnswer(ANSWER);
            for (int end = Math.min(names.size(), next + pageSize); next < end; next++) {
                if (!visitor.onFolder(names.get(next))) {
                    return;
                }
            }
        } while (next < names.size() && visitor.wantsNextPage());
    }

    private void awaitTurn(Visitor visitor) {
        long pause = next - threads.now();
        next = Math.max(next, threads.now()) + interval;
        if (interval > 0 && pause > 0) {
            visitor.onThrottle();
            threads.await((int) pause);
        }
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
