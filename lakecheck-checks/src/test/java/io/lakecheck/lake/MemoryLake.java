// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An in-memory lake for tests. It has pages like S3, and records what was listed. Thread-safe. */
public final class MemoryLake implements Lake {

    private static final Comparator<String> KEY_ORDER =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final ConcurrentSkipListMap<String, LakeObject> objects = new ConcurrentSkipListMap<>(KEY_ORDER);
    private final List<KeyRange> listedRanges = new CopyOnWriteArrayList<>();
    private final List<String> searchedFolders = new CopyOnWriteArrayList<>();
    private final int pageSize;
    private final Answer answer;

    public MemoryLake() {
        this(1000);
    }

    public MemoryLake(int pageSize) {
        this(pageSize, Instant.EPOCH);
    }

    /** Creates a lake with pages of 1000 names that answers each request at the same time. */
    public MemoryLake(Instant now) {
        this(1000, now);
    }

    private MemoryLake(int pageSize, Instant now) {
        this.pageSize = pageSize;
        this.answer = Answer.at(now);
    }

    /** Adds an object at its full address, for example {@code s3://refined/kpi/dt=2026-01-02/part-0}. */
    public MemoryLake put(String address, long bytes, String modified) {
        objects.put(address, new LakeObject(address, bytes, Instant.parse(modified), Long.toString(bytes)));
        return this;
    }

    public MemoryLake remove(String address) {
        objects.remove(address);
        return this;
    }

    /** Returns all ranges that were listed, in order. */
    public List<KeyRange> listedRanges() {
        return Collections.unmodifiableList(listedRanges);
    }

    /** Returns all folders whose subfolders were listed, in order. */
    public List<String> searchedFolders() {
        return Collections.unmodifiableList(searchedFolders);
    }

    @Override
    public void list(KeyRange range, Visitor visitor) {
        listedRanges.add(range);
        String start = range.root() + range.prefix();
        int onPage = 0;
        visitor.onAnswer(answer);
        for (LakeObject object : objects.tailMap(start).values()) {
            if (!object.key().startsWith(start)) {
                return;
            }
            String key = object.key().substring(range.root().length());
            if (KEY_ORDER.compare(key, range.after()) <= 0 && !range.after().isEmpty()) {
                continue;
            }
            if (onPage++ == pageSize) {
                onPage = 1;
                if (!visitor.wantsNextPage()) {
                    return;
                }
                visitor.onAnswer(answer);
            }
            if (!visitor.onObject(new LakeObject(key, object.bytes(), object.modified(), object.etag()))) {
                return;
            }
        }
    }

    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        String folder = root + path;
        searchedFolders.add(folder);
        int onPage = 0;
        String last = "/";
        visitor.onAnswer(answer);
        for (String address : objects.tailMap(folder).keySet()) {
            if (!address.startsWith(folder)) {
                return;
            }
            int slash = address.indexOf('/', folder.length());
            String name = slash < 0 ? "/" : address.substring(folder.length(), slash);
            if (slash >= 0 && name.equals(last)) {
                continue;
            }
            last = name;
            if (onPage++ == pageSize) {
                onPage = 1;
                if (!visitor.wantsNextPage()) {
                    return;
                }
                visitor.onAnswer(answer);
            }
            if (slash >= 0 && !visitor.onFolder(name)) {
                return;
            }
        }
    }
}
