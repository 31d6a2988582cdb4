// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Dated folders next to each other, and the datasets that they are or contain. */
final class DatedGroup {

    /** The maximum number of undated subfolders to search for dates. */
    private static final int MOST_UNDATED = 20;

    private final DatedTree tree;
    private final LakeSampler sampler;
    private final Optional<FolderLayout> dates;

    private DatedGroup(DatedTree tree, LakeSampler sampler) {
        this.tree = tree;
        this.sampler = sampler;
        this.dates = LayoutSearch.among(tree.paths(), tree.root(), tree.lastYear());
    }

    /**
     * Reads the folders with the given names.
     *
     * @param root the full path of the folder that contains them, ending with a slash
     */
    static DatedGroup of(String root, List<DatedName> names, LakeSampler sampler, Instant now) {
        int lastYear = now.atZone(ZoneOffset.UTC).getYear() + 1;
        return new DatedGroup(DatedTree.of(root, names, sampler, lastYear), sampler);
    }

    /**
     * Returns the layout of the folders or, if they cover more than a day each, those of what is in them if it has
     * finer dates. Returns an empty list if most of the names follow none.
     */
    List<LayoutMatch> layouts() {
        List<LayoutMatch> own = ownLayouts();
        List<LayoutMatch> inner = own.stream().allMatch(LayoutMatch::isOfLongFolders) ? inner(own) : List.of();
        return inner.isEmpty() ? own : inner;
    }

    /** Returns the layout of the folders, or those of the files in them if these have finer dates. */
    private List<LayoutMatch> ownLayouts() {
        Optional<LayoutMatch> folders = dates.flatMap(layout -> LayoutMeaning.of(layout, tree, sampler));
        if (folders.filter(layout -> !layout.isOfLongFolders()).isPresent()) {
            return folders.stream().toList();
        }
        List<LayoutMatch> files = DatedFolderFiles.layouts(tree, sampler).stream()
                .filter(layout -> folders.isEmpty()
                        || layout.period().compareTo(folders.get().period()) < 0)
                .toList();
        return files.isEmpty() ? folders.stream().toList() : files;
    }

    /**
     * Returns the layouts of the dated folders or files in undated subfolders, as in {@code 2026/kpi/01/}.
     *
     * @param own the layout of the folders themselves, or an empty list if it is unknown
     */
    private List<LayoutMatch> inner(List<LayoutMatch> own) {
        Optional<Period> outer = dates.filter(layout -> !FiscalYear.isNamedIn(layout))
                .map(FolderLayout::period)
                .filter(period -> !own.isEmpty() || period.equals(Period.YEAR));
        return tree.others().stream()
                .filter(name -> outer.isPresent())
                .filter(name -> name.indexOf('=') < 0)
                .limit(MOST_UNDATED)
                .map(name -> new DatedGroup(tree.through(name), sampler))
                .flatMap(group -> group.ownLayouts().stream())
                .filter(layout -> layout.period().compareTo(outer.orElseThrow()) < 0)
                .toList();
    }

    /** Returns undated names next to dated ones. */
    List<String> strays() {
        return tree.strays();
    }
}
