// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import static java.util.Objects.requireNonNull;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
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
 * The entries of one folder in the order of keys, some at a time. File systems tell them in no order, so they are
 * sorted here; of a folder with more names than may be held the first ones are picked, then the next ones, so that
 * memory stays bounded.
 */
final class SortedEntries {

    private final DirectoryOpener folders;
    private final SymlinkResolver links;
    private final Path folder;
    private final String prefix;
    private final String after;
    private final int most;

    /**
     * @param folder its real path
     * @param prefix what names must start with
     * @param after the key below this folder behind which to start
     * @param most how many to hold at once
     */
    SortedEntries(DirectoryOpener folders, SymlinkResolver links, Path folder, String prefix, String after, int most) {
        this.folders = folders;
        this.links = links;
        this.folder = folder;
        this.prefix = prefix;
        this.after = after;
        this.most = most;
    }

    /** Shows all of them until enough were seen. Answers whether it came to the end. */
    boolean show(Predicate<DirectoryEntry> visitor) {
        @Nullable DirectoryEntry last = null;
        do {
            NavigableSet<DirectoryEntry> next = behind(last);
            last = next.size() < most ? null : next.last();
            while (!next.isEmpty()) {
                if (!visitor.test(next.pollFirst())) {
                    return false;
                }
            }
        } while (last != null);
        return true;
    }

    /** The first ones behind an entry, or the very first; none where the folder is gone. */
    private NavigableSet<DirectoryEntry> behind(@Nullable DirectoryEntry last) {
        NavigableSet<DirectoryEntry> first = new TreeSet<>();
        try (DirectoryStream<Path> stream = folders.open(folder)) {
            for (Path path : stream) {
                stopIfInterrupted();
                String name = path.getFileName().toString();
                if (isWanted(name) && mayBeBehind(last, name) && mayBeAmong(first, name)) {
                    read(path, name)
                            .filter(entry -> last == null || entry.compareTo(last) > 0)
                            .ifPresent(first::add);
                    if (first.size() > most) {
                        first.pollLast();
                    }
                }
            }
        } catch (NoSuchFileException gone) {
            return new TreeSet<>();
        } catch (DirectoryIteratorException e) {
            throw FileErrors.because(folder, requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw FileErrors.because(folder, e);
        }
        return first;
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new LakeException(Reason.TIMEOUT, "the run ended before the listing did");
        }
    }

    private Optional<DirectoryEntry> read(Path path, String name) {
        return links.entry(folder.resolve(path.getFileName()), name).filter(entry -> !isRuledOut(entry.key()));
    }

    /** Before it is known whether a name is a file or a folder, which costs a question to the file system. */
    private boolean isWanted(String name) {
        return name.startsWith(prefix) && !(isRuledOut(name) && isRuledOut(name + "/"));
    }

    private boolean isRuledOut(String key) {
        boolean leadsThere = key.endsWith("/") && after.startsWith(key);
        return !after.isEmpty() && DirectoryEntry.compareKeys(key, after) <= 0 && !leadsThere;
    }

    private static boolean mayBeBehind(@Nullable DirectoryEntry last, String name) {
        return last == null || DirectoryEntry.compareKeys(name + "/", last.key()) >= 0;
    }

    private boolean mayBeAmong(NavigableSet<DirectoryEntry> first, String name) {
        return first.size() < most
                || DirectoryEntry.compareKeys(name, first.last().key()) <= 0;
    }
}
