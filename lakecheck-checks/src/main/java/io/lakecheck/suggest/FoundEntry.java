// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A dataset, or several of the same shape that can be written as one entry of a suite.
 *
 * @param folder the folder that contains them, relative to the folder that is searched, with placeholders for names
 * @param members the names for each placeholder, in the order of the folder; empty for a single dataset
 * @param datasets the dataset, or a sample of the datasets
 */
record FoundEntry(String folder, List<Members> members, List<FoundDataset> datasets) {

    /** The maximum number of datasets to read of each entry. */
    static final int MOST_SAMPLED = 8;

    /** The maximum number of datasets to read of all entries. */
    private static final int MOST_READ = 100;

    static FoundEntry of(FoundDataset dataset) {
        return new FoundEntry(dataset.folder(), List.of(), List.of(dataset));
    }

    /** Returns the layout of the datasets. */
    FolderLayout layout() {
        return datasets.get(0).layout();
    }

    /**
     * Returns what must be equal for entries below different members to have the same shape.
     *
     * @param parent the folder that contains the folders of the members
     */
    List<Object> shape(String parent) {
        return List.of(
                below(parent),
                layout().template(),
                layout().period(),
                datasets.get(0).runs(),
                members);
    }

    /** Returns whether some of the datasets may be in a folder. */
    boolean mayBeIn(String path) {
        return !members.isEmpty() || folder.startsWith(path);
    }

    /** Returns the name of the subfolder of a parent folder in which this entry is. */
    String subfolder(String parent) {
        return folder.substring(parent.length(), folder.indexOf('/', parent.length()));
    }

    private String below(String parent) {
        return folder.substring(folder.indexOf('/', parent.length()) + 1);
    }

    /**
     * Returns one entry for entries of the same shape.
     *
     * @param same the entries, at least one
     * @param parent the folder that contains the folders of the members
     * @param names the names of the folders in which the entries are
     * @param isOpen whether the folder contains nothing else
     */
    static FoundEntry merged(List<FoundEntry> same, String parent, MemberNames names, boolean isOpen) {
        FoundEntry first = same.get(0);
        String placeholder = IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> names.placeholder() + (i == 1 ? "" : i))
                .filter(name -> !first.folder.contains("{" + name + "}"))
                .findFirst()
                .orElseThrow();
        Members outer = new Members(
                placeholder, names.folders().stream().map(names::name).toList(), isOpen);
        List<Members> all = new ArrayList<>(List.of(outer));
        // Only one of several placeholders can be found in the lake.
        first.members.forEach(inner -> all.add(isOpen ? inner.closed() : inner));
        return new FoundEntry(
                parent + names.key() + "{" + placeholder + "}/" + first.below(parent),
                all,
                sample(same.stream()
                        .map(FoundEntry::datasets)
                        .flatMap(Collection::stream)
                        .toList()));
    }

    /** Returns some of the items, at equal distances. */
    static <T> List<T> sample(List<T> all) {
        return sample(all, MOST_SAMPLED);
    }

    private static <T> List<T> sample(List<T> all, int most) {
        return all.size() <= most
                ? all
                : IntStream.range(0, most)
                        .mapToObj(i -> all.get(i * (all.size() - 1) / Math.max(1, most - 1)))
                        .toList();
    }

    /** Returns some of the datasets, fewer if there are many entries, so that all entries together have few enough. */
    List<FoundDataset> sampled(int entries) {
        return sample(datasets, Math.max(1, MOST_READ / entries));
    }

    /** Returns the name in the suite of one of the datasets, given the name of the entry. */
    String name(String entry, FoundDataset dataset) {
        if (members.isEmpty()) {
            return entry;
        }
        String[] places = folder.split("/");
        String[] names = dataset.folder().split("/");
        return IntStream.range(0, places.length)
                .filter(i -> places[i].endsWith("}"))
                .mapToObj(i -> {
                    int brace = places[i].indexOf('{');
                    return places[i].substring(brace + 1, places[i].length() - 1) + "=" + names[i].substring(brace);
                })
                .collect(Collectors.joining(",", entry + "[", "]"));
    }

    /**
     * Returns the names of the folders that say something about the data. If there are only folders of members, it is
     * the placeholder.
     */
    List<String> names() {
        List<String> all = List.of(folder.split("/"));
        List<String> fixed = all.stream().filter(name -> !name.endsWith("}")).toList();
        return fixed.isEmpty()
                ? members.stream()
                        .map(Members::placeholder)
                        .filter(name -> !name.equals(MemberNames.ANY))
                        .toList()
                : fixed;
    }
}
