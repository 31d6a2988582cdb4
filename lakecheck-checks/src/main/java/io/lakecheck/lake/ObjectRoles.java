// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.util.List;
import java.util.Optional;

/**
 * The roles of the objects in a partition: marker, leftover, data or none.
 *
 * @param marker a glob for the path of the marker inside the partition; empty if there is none
 * @param absent globs for leftovers, which are objects that must be gone when the job has finished. A glob without a
 *     slash matches the names of files and folders at any depth; another one matches paths of files and folders.
 * @param filter the filter for data
 * @param parts the parts whose data is added up separately; empty if the dataset has none
 */
public record ObjectRoles(Optional<String> marker, List<String> absent, ObjectFilter filter, Optional<PartRule> parts) {

    public ObjectRoles {
        absent = List.copyOf(absent);
    }

    /** Creates the roles of the objects in a dataset without parts. */
    public ObjectRoles(Optional<String> marker, List<String> absent, ObjectFilter filter) {
        this(marker, absent, filter, Optional.empty());
    }

    /** Returns whether an object with this path, relative to the partition, is a marker. */
    public boolean isMarker(String path) {
        return marker.isPresent() && (marker.get().equals(path) || (hasWildcard() && Glob.matches(marker.get(), path)));
    }

    /** Returns whether an object with this path, relative to the partition, is a leftover. */
    boolean isLeftover(String path) {
        for (String glob : absent) {
            if (Glob.matches(glob, path)
                    || (glob.indexOf('/') < 0 ? matchesName(glob, path) : matchesFolder(glob, path))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesFolder(String glob, String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (Glob.matches(glob, path.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesName(String glob, String path) {
        for (String name : path.split("/", -1)) {
            if (Glob.matches(glob, name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the folder inside the partition that needs a marker of its own and contains this path; empty if there is
     * no such folder. For the marker {@code country=*}{@code /_SUCCESS}, the folder is {@code country=DE/}, for
     * example.
     */
    Optional<String> part(String path) {
        if (!hasWildcard() || marker.orElse("").indexOf('/') < 0) {
            return Optional.empty();
        }
        String folder = marker.orElse("").substring(0, marker.orElse("").lastIndexOf('/') + 1);
        int end = 0;
        for (int i = 0; i < folder.chars().filter(letter -> letter == '/').count(); i++) {
            int slash = path.indexOf('/', end);
            if (slash < 0) {
                return Optional.empty();
            }
            end = slash + 1;
        }
        String part = path.substring(0, end);
        return Glob.matches(folder, part) ? Optional.of(part) : Optional.empty();
    }

    private boolean hasWildcard() {
        return marker.filter(glob -> glob.indexOf('*') >= 0 || glob.indexOf('?') >= 0)
                .isPresent();
    }
}
