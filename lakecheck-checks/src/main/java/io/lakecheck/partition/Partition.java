// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.util.Optional;

/**
 * The folder of one period.
 *
 * @param root the folder above the first date, with a slash at its end: {@code s3://refined/kpi/}
 * @param path the rest, with a slash at its end: {@code dt=2026-01-02/}; empty for an undated dataset
 * @param span when its data is from; empty for an undated dataset
 */
public record Partition(String root, String path, Optional<Span> span) {

    /** Where it is: {@code s3://refined/kpi/dt=2026-01-02/}. */
    public String folder() {
        return root + path;
    }

    /** What it is called: {@code dt=2026-01-02}; empty for an undated dataset. */
    public String label() {
        return path.isEmpty() ? "" : path.substring(0, path.length() - 1);
    }

    @Override
    public String toString() {
        return folder();
    }
}
