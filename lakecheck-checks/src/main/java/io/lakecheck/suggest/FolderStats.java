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
 * The total size and most recent modification of the data in a dated folder. Uses constant memory, regardless of the
 * number of objects. Objects that might be the marker are kept separately until the marker is known. Not thread-safe.
 */
final class FolderStats {

    private static final Pattern MARKER_NAME =
            Pattern.compile("(?i).*(success|done|complete|finish|ready|manifest|marker).*");

    /**
     * Matches names that contain digits, such as {@code part-0} and the names of temporary files. Objects with such
     * names are never markers, because their names differ from folder to folder.
     */
    private static final Pattern NUMBERED = Pattern.compile(".*[0-9].*");

    /**
     * The maximum number of marker candidates to keep, which limits the memory used for a folder full of empty objects.
     */
    private static final int MAX_CANDIDATES = 16;

    private final Map<String, LakeObject> candidates = new TreeMap<>();
    private long bytes;
    private @Nullable Instant written;

    /**
     * Adds an object.
     *
     * @param path the path of the object, relative to the folder
     */
    void add(String path, LakeObject object) {
        if (mayBeMarker(path, object) && candidates.size() < MAX_CANDIDATES) {
            candidates.put(path, object);
        } else {
            count(path, object);
        }
    }

    /** Adds statistics about other objects in the same folder. */
    void add(FolderStats other) {
        candidates.putAll(other.candidates);
        count(other.bytes, other.written, "");
    }

    /**
     * Adds statistics about the objects in a subfolder. A marker candidate in a subfolder counts as data, because it
     * can't be this folder's marker.
     */
    void addBelow(FolderStats below) {
        below.candidates.forEach(this::count);
        count(below.bytes, below.written, "");
    }

    private static boolean mayBeMarker(String path, LakeObject object) {
        boolean isTypical = path.startsWith("_") || MARKER_NAME.matcher(path).matches() || object.bytes() == 0;
        return isTypical
                && !path.isEmpty()
                && path.indexOf('/') < 0
                && !NUMBERED.matcher(path).matches();
    }

    /** Returns the names of the objects in this folder that might be the marker. */
    Iterable<String> candidates() {
        return candidates.keySet();
    }

    /**
     * Returns the partition as it appears to a check with the given marker: all other candidates count as data, unless
     * they are hidden.
     */
    PastPartition toPartition(Partition partition, Optional<String> marker) {
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
