// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.StrayKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Dated folders next to each other, and the dated folders in them. Only the two newest folders are read at each level,
 * because all others usually look the same.
 */
final class DatedTree {

    /**
     * Where the dated folders are.
     *
     * @param path the full path of the folder that contains them, which ends with a slash
     * @param depth the number of dated names above an undated folder between dated ones
     * @param undated the path of that folder within the dated one, which ends with a slash; empty if there is none
     */
    private record Root(String path, int depth, String undated) {

        /** Returns what comes between a dated folder and the dated names in it. */
        String between(DatedPath folder) {
            return folder.depth() == depth ? undated : "";
        }
    }

    /**
     * Folders without a date in their names.
     *
     * @param strays the paths of those next to dated ones
     * @param others the names of those in the leaves
     */
    private record Undated(List<String> strays, Set<String> others) {}

    /** The number of folders to read at each level. */
    static final int READ = 2;

    private final Root root;
    private final LakeSampler sampler;
    private final int lastYear;
    private final List<DatedPath> all = new ArrayList<>();
    private final List<DatedPath> paths = new ArrayList<>();
    private final List<DatedPath> leaves = new ArrayList<>();
    private final Undated undated = new Undated(new ArrayList<>(), new TreeSet<>());

    private DatedTree(Root root, List<DatedName> names, LakeSampler sampler, int lastYear) {
        this.root = root;
        this.sampler = sampler;
        this.lastYear = lastYear;
        add(names.stream().map(DatedPath::folder).toList());
    }

    /**
     * Reads the folders with the given names.
     *
     * @param root the full path of the folder that contains them, ending with a slash
     * @param lastYear the last year of plausible dates
     */
    static DatedTree of(String root, List<DatedName> names, LakeSampler sampler, int lastYear) {
        return new DatedTree(new Root(root, 0, ""), names, sampler, lastYear);
    }

    /**
     * Reads the dated folders in an undated subfolder of each leaf, as in {@code 2026/kpi/01/}.
     *
     * @param name the name of the subfolder, which becomes part of the dated names in it
     */
    DatedTree through(String name) {
        List<DatedName> names =
                paths(1).stream().map(path -> path.names().get(0)).toList();
        return new DatedTree(new Root(root.path(), leaves.get(0).depth(), name + "/"), names, sampler, lastYear);
    }

    private void add(List<DatedPath> level) {
        all.addAll(level);
        boolean isDeeper = false;
        for (DatedPath path : newest(level)) {
            List<String> below = sampler.folders(root.path() + text(path)).all().stream()
                    .filter(name -> !StrayKind.isHidden(name))
                    .toList();
            List<DatedName> dated = below.stream()
                    .flatMap(name -> DatedName.next(name).stream())
                    .toList();
            if (path.depth() < DatedPath.DEEPEST && !dated.isEmpty() && 2 * dated.size() >= below.size()) {
                isDeeper = true;
                below.stream()
                        .filter(name -> DatedName.next(name).isEmpty())
                        .forEach(name -> undated.strays.add(text(path) + name + "/"));
                add(dated.stream().map(name -> with(path, name, false)).toList());
            } else {
                undated.others.addAll(below);
                leaves.add(path);
                if (isDeeper) {
                    paths.add(path);
                } else {
                    break;
                }
            }
        }
        if (!isDeeper) {
            paths.addAll(level);
        }
    }

    private List<DatedPath> newest(List<DatedPath> level) {
        List<DatedPath> plausible = level.stream()
                .filter(path -> !path.names().get(0).isAfter(lastYear))
                .sorted(Comparator.<DatedPath, String>comparing(path -> path.text())
                        .reversed())
                .limit(READ)
                .toList();
        return plausible.isEmpty() ? level.subList(0, Math.min(1, level.size())) : plausible;
    }

    /** Returns the path of the folder in which the dated names below a path are, relative to the root. */
    String text(DatedPath path) {
        return path.text() + root.between(path);
    }

    /** Returns the path with the name of a folder or file in it. */
    DatedPath with(DatedPath path, DatedName name, boolean isFile) {
        return path.with(new DatedName(root.between(path) + name.prefix(), name.date(), name.suffix()), isFile);
    }

    /** Returns the full path of the folder that contains the dated ones, ending with a slash. */
    String root() {
        return root.path();
    }

    int lastYear() {
        return lastYear;
    }

    /** Returns the paths that consist of {@code depth} dated names, including those of folders that were not read. */
    List<DatedPath> paths(int depth) {
        return all.stream().filter(path -> path.depth() == depth).toList();
    }

    /** Returns the paths of the innermost dated folders that were found. */
    List<DatedPath> paths() {
        return paths;
    }

    /** Returns the innermost dated folders that were read, newest first. */
    List<DatedPath> leaves() {
        return leaves;
    }

    /** Returns undated names next to dated ones. */
    List<String> strays() {
        return undated.strays();
    }

    /** Returns the names of the undated folders in the leaves. */
    Set<String> others() {
        return undated.others();
    }
}
