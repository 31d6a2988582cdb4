// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.util.List;

/**
 * Which objects below a partition are data. By itself it leaves out what tools put beside data: names that begin with
 * {@code _} or {@code .} (so also {@code _temporary/}, {@code .spark-staging*}, {@code _started_*},
 * {@code _committed_*}), {@code *_$folder$} and the empty objects that stand for a folder, the partition itself among
 * them.
 *
 * @param include globs over the path below the partition; where there are any, only what matches one is data, hidden or
 *     not
 * @param exclude globs over the same; what matches one is no data
 */
public record ObjectFilter(List<String> include, List<String> exclude) {

    public static final ObjectFilter DATA = new ObjectFilter(List.of(), List.of());

    public ObjectFilter {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Whether an object with this path below the partition is data. */
    public boolean isData(String path, long bytes) {
        return (include.isEmpty() ? !isByproduct(path, bytes) : fits(include, path)) && !fits(exclude, path);
    }

    private static boolean isByproduct(String path, long bytes) {
        return isHidden(path) || path.endsWith("_$folder$") || (bytes == 0 && (path.isEmpty() || path.endsWith("/")));
    }

    private static boolean isHidden(String path) {
        for (int start = 0; start >= 0 && start < path.length(); ) {
            if (path.charAt(start) == '_' || path.charAt(start) == '.') {
                return true;
            }
            int slash = path.indexOf('/', start);
            start = slash < 0 ? -1 : slash + 1;
        }
        return false;
    }

    private static boolean fits(List<String> globs, String path) {
        return globs.stream().anyMatch(glob -> Glob.matches(glob, path));
    }
}
