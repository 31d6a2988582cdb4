// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Partition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one dated folder holds, folded as it streams by: no larger for ten million objects than for one. What may turn
 * out to be the marker is kept apart until it is known which it is. For one thread.
 */
final class FolderStats {

    private static final Pattern TELLING =
            Pattern.compile("(?i).*(success|done|complete|finish|ready|manifest|marker).*");

    /** What is numbered is called otherwise in each folder, and so are temporary names. */
    private static final Pattern NUMBERED = Pattern.compile(".*[0-9].*");

    /** A folder full of empty objects must not become a list of them. */
    private static final int MOST_CANDIDATES = 16;

    private final Map<String, LakeObject> candidates = new TreeMap<>();
    private long bytes;
    private @Nullable Instant written;

    /** @param path the object's, below the folder */
    void add(String path, LakeObject object) {
        if (mayBeMarker(path, object) && candidates.size() < MOST_CANDIDATES) {
            candidates.put(path, object);
        } else {
            count(path, object);
        }
    }

    /** Takes in another pile of the same folder. */
    void add(FolderStats other) {
        candidates.putAll(other.candidates);
        count(other.bytes, other.written, "");
    }

    /** Takes in what a folder below it holds; a marker there is none of this folder. */
    void addBelow(FolderStats below) {
        below.candidates.forEach(this::count);
        count(below.bytes, below.written, "");
    }

    private static boolean mayBeMarker(String path, LakeObject object) {
        boolean telling = path.startsWith("_") || TELLING.matcher(path).matches() || object.bytes() == 0;
        return telling
                && !path.isEmpty()
                && path.indexOf('/') < 0
                && !NUMBERED.matcher(path).matches();
    }

    /** The names of what may be its marker. */
    Iterable<String> candidates() {
        return candidates.keySet();
    }

    /**
     * As a check with this marker would see it: what is no marker after all is data, if its name does not say
     * otherwise.
     */
    PastPartition part(Partition partition, Optional<String> marker) {
        FolderStats data = new FolderStats();
        data.count(bytes, written, partition.folder());
        candidates.forEach((name, object) -> {
            if (marker.filter(name::equals).isEmpty()) {
                data.count(name, object);
            }
        });
        return new PastPartition(
                partition,
                data.bytes,
                Optional.ofNullable(data.written),
                marker.map(candidates::get).map(LakeObject::modified));
    }

    private void count(String path, LakeObject object) {
        if (ObjectFilter.DATA.isData(path, object.bytes())) {
            count(object.bytes(), object.modified(), object.key());
        }
    }

    private void count(long more, @Nullable Instant then, String where) {
        try {
            bytes = Math.addExact(bytes, more);
        } catch (ArithmeticException e) {
            throw LakeException.overflow(where, e);
        }
        written = then == null || (written != null && written.isAfter(then)) ? written : then;
    }
}
