// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A lake in memory that pages as S3 does and remembers what it was asked. Safe for many threads. */
public final class MemoryLake implements Lake {

    private static final Comparator<String> KEY_ORDER =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private final ConcurrentSkipListMap<String, LakeObject> objects = new ConcurrentSkipListMap<>(KEY_ORDER);
    private final List<KeyRange> asked = new CopyOnWriteArrayList<>();
    private final List<String> searched = new CopyOnWriteArrayList<>();
    private final int pageSize;

    public MemoryLake() {
        this(1000);
    }

    public MemoryLake(int pageSize) {
        this.pageSize = pageSize;
    }

    /** Puts an object at its whole address, such as {@code s3://refined/kpi/dt=2026-01-02/part-0}. */
    public MemoryLake put(String address, long bytes, String modified) {
        objects.put(address, new LakeObject(address, bytes, Instant.parse(modified), Long.toString(bytes)));
        return this;
    }

    public MemoryLake remove(String address) {
        objects.remove(address);
        return this;
    }

    /** Every range that was listed, in the order of asking. */
    public List<KeyRange> listedRanges() {
        return Collections.unmodifiableList(asked);
    }

    /** Every folder whose folders were asked for, in the order of asking. */
    public List<String> searchedFolders() {
        return Collections.unmodifiableList(searched);
    }

    @Override
    public void list(KeyRange range, Visitor visitor) {
        asked.add(range);
        String start = range.root() + range.prefix();
        int left = 0;
        visitor.onAnswer(new Answer(Optional.empty(), Instant.EPOCH));
        for (LakeObject object : objects.tailMap(start).values()) {
            if (!object.key().startsWith(start)) {
                return;
            }
            String key = object.key().substring(range.root().length());
            if (KEY_ORDER.compare(key, range.after()) <= 0 && !range.after().isEmpty()) {
                continue;
            }
            if (left++ == pageSize) {
                left = 1;
                if (!visitor.wantsNextPage()) {
                    return;
                }
                visitor.onAnswer(new Answer(Optional.empty(), Instant.EPOCH));
            }
            if (!visitor.onObject(new LakeObject(key, object.bytes(), object.modified(), object.etag()))) {
                return;
            }
        }
    }

    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        String folder = root + path;
        searched.add(folder);
        int left = 0;
        String last = "/";
        visitor.onAnswer(new Answer(Optional.empty(), Instant.EPOCH));
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
            if (left++ == pageSize) {
                left = 1;
                if (!visitor.wantsNextPage()) {
                    return;
                }
                visitor.onAnswer(new Answer(Optional.empty(), Instant.EPOCH));
            }
            if (slash >= 0 && !visitor.onFolder(name)) {
                return;
            }
        }
    }
}
