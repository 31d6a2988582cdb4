// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import java.util.List;
import java.util.Optional;

/** A format of tables whose folders contain a log of changes in addition to the data. */
enum TableFormat {
    DELTA("Delta", "_delta_log", "*.json", "VACUUM removes them"),
    ICEBERG("Iceberg", "metadata", "*.metadata.json", "snapshots expire"),
    HUDI("Hudi", ".hoodie", "**", "the cleaner removes them");

    private final String name;
    private final String log;
    private final String commits;
    private final String removal;

    TableFormat(String name, String log, String commits, String removal) {
        this.name = name;
        this.log = log;
        this.commits = commits;
        this.removal = removal;
    }

    /**
     * Returns the format of the table in a folder, or empty if the folder is not a table.
     *
     * @param folder the full path, ending with a slash
     * @param names the names of its subfolders
     */
    static Optional<TableFormat> of(String folder, List<String> names, LakeSampler sampler) {
        if (names.contains(DELTA.log)) {
            return Optional.of(DELTA);
        }
        if (names.contains(HUDI.log)) {
            return Optional.of(HUDI);
        }
        return names.contains(ICEBERG.log)
                        && sampler.objects(KeyRange.of(folder, ICEBERG.log + "/"), 1).all().stream()
                                .anyMatch(object -> object.key().endsWith(".metadata.json"))
                ? Optional.of(ICEBERG)
                : Optional.empty();
    }

    /** Returns whether a subfolder of the table contains its log, and no data. */
    boolean isLog(String name) {
        return name.equals(log);
    }

    /** Returns a few sentences about what a listing of the table shows, and what it does not. */
    String limits() {
        return "This is a table in the format " + name + ". A listing shows its files, but not which of them belong to"
                + " the current version: files that were replaced or deleted still count until " + removal
                + ", and compaction or a backfill changes the sizes and times of old partitions.";
    }

    /** Returns a suggestion for a table that has no dated folders. The location is that of the table's log. */
    String undated(String location) {
        return "To check that the table is still written, use { location: " + YamlScalar.text(location + log + "/")
                + ", include: \"" + commits + "\", checks: [ recency: { maxAge: 26h } ] }.";
    }
}
