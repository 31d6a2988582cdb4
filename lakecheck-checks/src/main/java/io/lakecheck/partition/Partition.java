// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.util.Optional;

/**
 * The objects of one period. A partition is a folder of a dated location, or the whole of an undated one.
 *
 * @param root the folder above the first date, ending with a slash, for example {@code s3://refined/kpi/}
 * @param path the path relative to the root, ending with a slash, for example {@code dt=2026-01-02/}; empty for an
 *     undated dataset
 * @param span the time that the partition's data covers; empty for an undated dataset
 */
public record Partition(String root, String path, Optional<Span> span) {

    /** Returns the full path, for example {@code s3://refined/kpi/dt=2026-01-02/}. */
    public String folder() {
        return root + path;
    }

    /** Returns the name, for example {@code dt=2026-01-02}; empty for an undated dataset. */
    public String label() {
        return path.isEmpty() ? "" : path.substring(0, path.length() - 1);
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
