// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dated names in the path of a folder or file, such as {@code dt=2026-01-02/hour=03/}.
 *
 * @param names the names, starting with the one below the folder that contains the dataset
 * @param isFile whether the last name is that of a file
 */
record DatedPath(List<DatedName> names, boolean isFile) {

    /** The maximum number of dated names in a path: year, month, day and hour. */
    static final int DEEPEST = 4;

    /** Orders by path. */
    static final Comparator<DatedPath> ORDER = Comparator.comparing(DatedPath::text);

    DatedPath {
        names = List.copyOf(names);
    }

    static DatedPath folder(DatedName name) {
        return new DatedPath(List.of(name), false);
    }

    DatedPath with(DatedName name, boolean file) {
        List<DatedName> all = new ArrayList<>(names);
        all.add(name);
        return new DatedPath(all, file);
    }

    int depth() {
        return names.size();
    }

    DatedName last() {
        return names.get(names.size() - 1);
    }

    /** Returns the path of the first {@code depth} names, ending with a slash unless the last one is that of a file. */
    String text(int depth) {
        return names.stream().limit(depth).map(DatedName::text).collect(Collectors.joining("/"))
                + (isFile && depth == names.size() ? "" : "/");
    }

    /** Returns the whole path. */
    String text() {
        return text(depth());
    }
}
