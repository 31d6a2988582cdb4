// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.util.Optional;

/**
 * The objects of one period. A partition is a folder of a dated location, one or more files whose names contain a date,
 * or the whole of an undated location.
 *
 * @param root the folder above the first date, ending with a slash, for example {@code s3://refined/kpi/}
 * @param path the path relative to the root, for example {@code dt=2026-01-02/} or {@code kpi_20260102.csv}. It ends
 *     with a slash unless it names files, may contain {@code *} as a wildcard, and is empty for an undated folder.
 * @param span the time that the partition's data covers; empty for an undated dataset
 */
public record Partition(String root, String path, Optional<Span> span) {

    /** Returns the full path, for example {@code s3://refined/kpi/dt=2026-01-02/}. */
    public String folder() {
        return root + path;
    }

    /** Returns the name, for example {@code dt=2026-01-02}; empty for an undated dataset. */
    public String label() {
        return span.isEmpty() ? "" : ObjectPath.withoutSlash(path);
    }

    /**
     * Returns the prefix of the keys of all objects in this partition, relative to the root. Keys of other objects may
     * have the same prefix.
     */
    public String prefix() {
        return Wildcards.prefix(path);
    }

    /**
     * Splits the key of an object in this partition into the run and the path within the run. The result is empty if
     * the object is not in this partition.
     *
     * @param key the key, relative to the root
     */
    public Optional<ObjectPath> find(String key) {
        return ObjectPath.in(path, key);
    }

    // This is faster than the method that the compiler generates for a record. Speed matters, because partitions are
    // keys of large maps.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Partition that
                        && path.equals(that.path)
                        && root.equals(that.root)
                        && span.equals(that.span));
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return folder();
    }
}
