// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a search found but could not place in a dataset. All paths are relative to the searched folder. */
final class Leftovers {

    private final List<String> unknown = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final List<String> unpredictable = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final Set<String> undated = new TreeSet<>();
    private final Map<String, TableFormat> tables = new LinkedHashMap<>();

    /** Adds a folder that looks dated but follows no known layout. */
    void addUnknown(String folder) {
        unknown.add(folder);
    }

    /** Adds an example of the files in a folder that have no date in their path. */
    void addFile(String key) {
        files.add(key);
    }

    /** Adds a file next to dated folders. */
    void addUndated(String key) {
        undated.add(key);
    }

    /** Adds an example of the files in a folder with text before their dates that can't be predicted. */
    void addUnpredictable(String key) {
        unpredictable.add(key);
    }

    /** Returns the number of examples of files. */
    int files() {
        return files.size();
    }

    /** Replaces the examples after the given number with a folder that looks dated. */
    void replaceFiles(int from, String folder) {
        if (files.size() > from) {
            files.subList(from, files.size()).clear();
        }
        unknown.add(folder);
    }

    /** Adds a table without dated folders. */
    void addTable(String folder, TableFormat format) {
        tables.put(folder, format);
    }

    /** Adds a folder that was not searched, or not completely, because there are too many. */
    void addUnread(String folder) {
        unread.add(folder);
    }

    /** Returns the first folder that looks dated but follows no known layout, or empty if there is none. */
    java.util.Optional<String> firstUnknown() {
        return unknown.stream().findFirst();
    }

    boolean isEmpty() {
        return Stream.of(unknown, files, unpredictable, unread).allMatch(List::isEmpty) && tables.isEmpty();
    }

    /**
     * Writes what was found, and what could be written for it, as comments.
     *
     * @param root the searched folder, as written in the suite
     */
    void writeTo(YamlWriter yaml, String root) {
        if (!files.isEmpty()) {
            yaml.comment(
                    "",
                    "Not included, because the paths contain no date: " + list(root, files) + ". "
                            + maxAge(root, files.get(0)));
        }
        if (!unpredictable.isEmpty()) {
            yaml.comment(
                    "",
                    "Files not included, because text that cannot be predicted precedes the date in their names: "
                            + list(root, unpredictable) + ". " + maxAge(root, unpredictable.get(0)));
        }
        if (!undated.isEmpty()) {
            yaml.comment(
                    "",
                    "Files not included, because they are next to dated folders rather than in them: "
                            + list(root, undated) + ".");
        }
        if (!unknown.isEmpty()) {
            yaml.comment(
                    "",
                    "Folders not included, because their names match no known date pattern or cannot be expressed in"
                            + " a suite: " + list(root, unknown)
                            + ". If the names contain a date, write its pattern in braces, for example"
                            + " {dd-MM-yyyy}, and * for what differs after it.");
        }
        tables.forEach((folder, format) -> yaml.comment(
                "", Display.visible(root + folder) + ": " + format.limits() + " " + format.undated(root + folder)));
        if (!unread.isEmpty()) {
            yaml.comment(
                    "",
                    "Not searched completely, because there are too many files or folders: " + list(root, unread)
                            + ". To cover them, set lakecheck.location to a subfolder.");
        }
    }

    /** Returns what can be written for the folder of a file. */
    private static String maxAge(String root, String example) {
        return "To check that such a folder is still written, add a dataset { location: "
                + YamlScalar.text(root + example.substring(0, example.lastIndexOf('/') + 1))
                + ", checks: [ recency: { maxAge: 26h } ] }.";
    }

    private static String list(String root, Collection<String> paths) {
        return YamlWriter.list(
                paths.stream().map(path -> Display.visible(root + path)).toList());
    }
}
