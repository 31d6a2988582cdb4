// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.Runs;
import io.lakecheck.partition.Period;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Dated folders or files next to each other that follow a layout.
 *
 * @param folder the folder that contains them, relative to the folder that is searched
 * @param layout the naming scheme that most of them follow
 * @param times the times of those whose names were read, oldest first
 * @param strays the names that do not follow the layout
 * @param suffixes the names of files next to the dated ones that differ from them only by an additional suffix
 * @param runs whether the newest of several folders or files of a period replaces the others, or each is checked
 * @param table the format of the table that they belong to, or empty if they belong to none
 */
record FoundDataset(
        String folder,
        FolderLayout layout,
        List<LocalDateTime> times,
        StrayFolders strays,
        List<String> suffixes,
        Runs runs,
        Optional<TableFormat> table) {

    /**
     * Returns a dataset.
     *
     * @param others names that do not follow the layout, in addition to those from which the layout was derived
     */
    static FoundDataset of(String folder, LayoutMatch found, List<String> others, Optional<TableFormat> table) {
        return new FoundDataset(
                folder,
                found.layout(),
                found.times(),
                StrayFolders.of(
                        Stream.concat(others.stream(), found.strays().stream()),
                        found.layout().prefix()),
                found.suffixes(),
                found.runs(),
                table);
    }

    /** Returns the same folders, with a number of periods before as that of the data in each. */
    FoundDataset shifted(long periods) {
        return new FoundDataset(
                folder,
                layout.shifted(periods),
                times.stream().map(time -> layout.period().step(time, -periods)).toList(),
                strays,
                suffixes,
                runs,
                table);
    }

    /**
     * Returns the same folders, each of which contains the folders of several runs.
     *
     * @param folder the name of these folders as written in a suite, ending with a slash
     */
    FoundDataset withRuns(String folder, Runs selected) {
        return new FoundDataset(this.folder, layout.with(folder), times, strays, suffixes, selected, table);
    }

    /** Returns the same files, of which not all names were read, up to a time in any time zone. */
    FoundDataset through(LocalDateTime now) {
        Period period = layout.period();
        List<LocalDateTime> all = Stream.concat(
                        times.stream(), Stream.of(-2, -1).map(steps -> period.step(period.floor(now), steps)))
                .distinct()
                .sorted()
                .toList();
        return new FoundDataset(folder, layout, all, strays, suffixes, runs, table);
    }

    /** Returns the location relative to the folder that is searched. */
    String template() {
        return folder + layout.template();
    }

    /** Returns the times of the periods that have ended, oldest first. */
    List<LocalDateTime> ended(ZoneId zone, Instant now) {
        return times.stream()
                .filter(time ->
                        !layout.period().step(time, 1).atZone(zone).toInstant().isAfter(now))
                .toList();
    }
}
