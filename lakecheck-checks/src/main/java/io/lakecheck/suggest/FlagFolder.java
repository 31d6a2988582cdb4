// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.Arrays;
import java.util.List;

/**
 * A folder of dated files without data, which may be the markers of another dataset.
 *
 * @param address the full path of the folder, ending with a slash
 * @param layout the naming scheme of the files
 */
record FlagFolder(String address, FolderLayout layout) {

    /** Returns whether the files may be the markers of a dataset: the folders of both have a name in common. */
    boolean mayMark(FoundDataset dataset) {
        List<String> names = Arrays.asList(dataset.template().split("/"));
        String[] own = address.split("/");
        return address.startsWith("s3://")
                && layout.period().equals(dataset.layout().period())
                && names.contains(own[own.length - 1]);
    }

    /** Returns the location of the files as written in a suite. */
    String marker() {
        return address + layout.template();
    }
}
