// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.List;
import java.util.stream.Stream;

/**
 * A suggested entry of a suite, which defines one dataset or several of the same shape.
 *
 * @param draft what was derived for the dataset, or for all datasets together
 * @param members the names for each placeholder; empty for a single dataset
 * @param read the datasets that were read, with their names in the suite
 */
record EntryDraft(DatasetDraft draft, List<Members> members, List<DatasetDraft> read) {

    static EntryDraft of(DatasetDraft single) {
        return new EntryDraft(single, List.of(), List.of(single));
    }

    /** Returns an entry for several datasets. The limits are such that all of them pass. */
    static EntryDraft of(String name, String location, List<Members> members, List<DatasetDraft> read) {
        return new EntryDraft(CommonDraft.of(name, location, read), members, read);
    }

    boolean isSingle() {
        return members.isEmpty();
    }

    /** Returns the number of datasets. */
    int size() {
        return members.stream().mapToInt(each -> each.names().size()).reduce(1, Math::multiplyExact);
    }

    /** Returns whether there is a partition to check: without any, the newest one that is due would be absent. */
    boolean isDue() {
        return !draft.sample().partitions().isEmpty();
    }

    /**
     * Returns the names of folders of another entry, as those next to the dated folders of this one. They may contain
     * placeholders.
     */
    Stream<String> neighbours(EntryDraft other) {
        return read.stream()
                .map(one -> one.history().found().folder())
                .flatMap(folder -> other.read.stream()
                        .map(one -> one.history().found().template())
                        .filter(path -> path.startsWith(folder))
                        .map(path -> path.substring(folder.length())))
                .filter(path -> path.indexOf('/') >= 0)
                .map(path -> path.substring(0, path.indexOf('/') + 1));
    }

    /** Returns whether partitions that contain only their marker seem to be normal. */
    boolean mayBeEmpty() {
        return draft.sample().mayBeEmpty()
                && read.stream().anyMatch(one -> one.sample().mayBeEmpty());
    }
}
