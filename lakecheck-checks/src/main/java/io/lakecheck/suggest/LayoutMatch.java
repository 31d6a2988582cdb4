// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.Runs;
import io.lakecheck.partition.Period;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A layout and the folders or files from which it was derived, most of which follow it.
 *
 * @param suffixes the names of files next to the dated ones that differ from them only by an additional suffix
 */
record LayoutMatch(FolderLayout layout, List<DatedPath> paths, List<String> suffixes) {

    /** Returns whether the partitions are folders that cover more than a day each, so finer dates may be in them. */
    boolean isOfLongFolders() {
        return period().isLongerThanDay() && layout.template().endsWith("/");
    }

    Period period() {
        return layout.period();
    }

    /** Returns the times of the paths that follow the layout, oldest first. */
    List<LocalDateTime> times() {
        return layout.times(paths);
    }

    /** Returns the paths that do not follow the layout. */
    List<String> strays() {
        return layout.strays(paths);
    }

    Runs runs() {
        return layout.runs(paths);
    }
}
