// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import static java.util.Objects.requireNonNull;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Utf8Order;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one folder in key order. File systems list them in no particular order, so they are sorted here. A
 * folder with more names than can be held in memory is read several times, each time for the next batch of names, so
 * that memory use is bounded.
 */
final class SortedEntries {

    private final DirectoryOpener folders;
    private final SymlinkResolver links;
    private final Path folder;
    private final String prefix;
    private final String after;
    private final int mostNames;

    /**
     * @param folder the folder's real path
     * @param prefix the prefix that names must have
     * @param after the key, relative to this folder, after which to start
     * @param mostNames the maximum number of names to hold in memory
     */
    SortedEntries(
            DirectoryOpener folders, SymlinkResolver links, Path folder, String prefix, String after, int mostNames) {
        this.folders = folders;
        this.links = links;
        this.folder = folder;
        this.prefix = prefix;
        this.after = after;
        this.mostNames = mostNames;
    }

    /** Passes the entries to the visitor until the visitor returns false. If it does, this method returns false too. */
    boolean show(Predicate<DirectoryEntry> visitor) {
        @Nullable DirectoryEntry last = null;
        do {
            NavigableSet<DirectoryEntry> next = after(last);
            last = next.size() < mostNames ? null : next.last();
            while (!next.isEmpty()) {
                if (!visitor.test(next.pollFirst())) {
                    return false;
                }
            }
        } while (last != null);
        return true;
    }

    /**
     * Returns the entries that follow {@code last}, or the first ones if {@code last} is null; empty if the folder was
     * deleted.
     */
    private NavigableSet<DirectoryEntry> after(@Nullable DirectoryEntry last) {
        NavigableSet<DirectoryEntry> first = new TreeSet<>();
        try (DirectoryStream<Path> stream = folders.open(folder)) {
            for (Path path : stream) {
                stopIfInterrupted();
                String name = path.getFileName().toString();
                if (isWanted(name) && mayFollow(last, name) && mayBeAmong(first, name)) {
                    read(path, name)
                            .filter(entry -> last == null || entry.compareTo(last) > 0)
                            .ifPresent(first::add);
                    if (first.size() > mostNames) {
                        first.pollLast();
                    }
                }
            }
        } catch (NoSuchFileException gone) {
            return new TreeSet<>();
        } catch (DirectoryIteratorException e) {
            throw FileErrors.unreadable(folder, requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw FileErrors.unreadable(folder, e);
        }
        return first;
    }

    private void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new LakeException(
                    Reason.TIMEOUT, "the run was stopped while " + FileErrors.display(folder) + " was being listed");
        }
    }

    private Optional<DirectoryEntry> read(Path path, String name) {
        return links.entry(folder.resolve(path.getFileName()), name).filter(entry -> !isExcluded(entry.key()));
    }

    /**
     * Returns whether an entry may have to be visited, based on its name alone. This avoids reading the attributes of
     * all other files.
     */
    private boolean isWanted(String name) {
        return name.startsWith(prefix) && !(isExcluded(name) && isExcluded(name + "/"));
    }

    private boolean isExcluded(String key) {
        boolean containsStart = key.endsWith("/") && after.startsWith(key);
        return !after.isEmpty() && Utf8Order.BYTES.compare(key, after) <= 0 && !containsStart;
    }

    private static boolean mayFollow(@Nullable DirectoryEntry last, String name) {
        return last == null || Utf8Order.BYTES.compare(name + "/", last.key()) >= 0;
    }

    private boolean mayBeAmong(NavigableSet<DirectoryEntry> first, String name) {
        return first.size() < mostNames
                || Utf8Order.BYTES.compare(name, first.last().key()) <= 0;
    }
}
