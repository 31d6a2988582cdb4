// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.util.Optional;

/**
 * An object's key, split into the part that identifies the run and the path within the run. If a partition's path
 * contains {@code *}, several folders or files can match it. Each of them is called a run, because jobs often create a
 * folder or file for each run.
 *
 * @param run the part of the key that matches the partition's path, for example {@code run=2026-01-02-0417/} or
 *     {@code kpi_20260102.csv}
 * @param path the path within the run's folder; the file's name if the run is a file
 */
public record ObjectPath(String run, String path) {

    /**
     * Splits an object's key. The result is empty if the object is not in the partition.
     *
     * @param partition the partition's path, which ends with a slash unless it names files
     * @param key the object's key, relative to the same root
     */
    static Optional<ObjectPath> in(String partition, String key) {
        if (partition.isEmpty() || (partition.endsWith("/") && partition.indexOf('*') < 0)) {
            return key.startsWith(partition)
                    ? Optional.of(new ObjectPath(partition, key.substring(partition.length())))
                    : Optional.empty();
        }
        int end = endOfNames(key, names(partition));
        if (end < 0 || (partition.endsWith("/") && end == key.length())) {
            return Optional.empty();
        }
        String run = key.substring(0, partition.endsWith("/") ? end + 1 : end);
        String path = key.substring(end == key.length() ? key.lastIndexOf('/') + 1 : end + 1);
        return Wildcards.matches(partition, run) ? Optional.of(new ObjectPath(run, path)) : Optional.empty();
    }

    /** Returns a path without the slash at its end, if it has one. */
    public static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static int names(String path) {
        return (int) withoutSlash(path).chars().filter(letter -> letter == '/').count() + 1;
    }

    /**
     * Returns the index of the end of a path's first few names, before the slash; negative if the path has fewer names.
     */
    private static int endOfNames(String path, int names) {
        int end = -1;
        for (int i = 0; i < names; i++) {
            if (end == path.length()) {
                return -1;
            }
            int slash = path.indexOf('/', end + 1);
            end = slash < 0 ? path.length() : slash;
        }
        return end;
    }
}
