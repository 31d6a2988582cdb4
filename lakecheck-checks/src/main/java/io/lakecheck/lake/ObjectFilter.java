// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.util.List;

/**
 * A filter that separates data from other objects in a partition. By default, it ignores the objects that tools write
 * next to the data: those whose names start with {@code _} or {@code .} (such as {@code _temporary/},
 * {@code .spark-staging*}, {@code _started_*}, {@code _committed_*}), those named {@code *_$folder$}, and the empty
 * objects that represent folders, including the partition's own folder.
 *
 * @param include globs to match against the path relative to the partition. If there are any, an object is data only if
 *     it matches at least one of them, even if it is hidden.
 * @param exclude globs to match against the path relative to the partition. An object that matches any of them is not
 *     data.
 * @param runs which runs are checked if several folders or files match the partition's path
 */
public record ObjectFilter(List<String> include, List<String> exclude, Runs runs) {

    /** The default filter. */
    public static final ObjectFilter DATA = new ObjectFilter(List.of(), List.of());

    public ObjectFilter {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Creates a filter that includes all runs. */
    public ObjectFilter(List<String> include, List<String> exclude) {
        this(include, exclude, Runs.ALL);
    }

    /**
     * Returns whether an object is data.
     *
     * @param path the path relative to the partition
     * @param bytes the size in bytes
     */
    public boolean isData(String path, long bytes) {
        return (include.isEmpty() ? !isByproduct(path, bytes) : matchesAny(include, path))
                && !matchesAny(exclude, path);
    }

    /** Returns whether the only reason why an object is not data is that its name or the name of a folder is hidden. */
    boolean isHidden(String path) {
        return include.isEmpty() && hasHiddenName(path) && !matchesAny(exclude, path);
    }

    private static boolean isByproduct(String path, long bytes) {
        return hasHiddenName(path)
                || path.endsWith("_$folder$")
                || (bytes == 0 && (path.isEmpty() || path.endsWith("/")));
    }

    private static boolean hasHiddenName(String path) {
        for (int start = 0; start >= 0 && start < path.length(); ) {
            if (path.charAt(start) == '_' || path.charAt(start) == '.') {
                return true;
            }
            int slash = path.indexOf('/', start);
            start = slash < 0 ? -1 : slash + 1;
        }
        return false;
    }

    private static boolean matchesAny(List<String> globs, String path) {
        for (String glob : globs) {
            if (Glob.matches(glob, path)) {
                return true;
            }
        }
        return false;
    }
}
