// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import static java.util.Objects.requireNonNull;

import io.lakecheck.LakeException;
import io.lakecheck.LakeException.Trouble;
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
 * The entries of one folder in the order of keys, some at a time. File systems tell them in no order, so they are sorted here; of a
 * folder with more names than may be held the first ones are picked, then the next ones, so that memory stays bounded.
 */
final class Names {

    private final Folders folders;
    private final Links links;
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
    Names(Folders folders, Links links, Path folder, String prefix, String after, int most) {
        this.folders = folders;
        this.links = links;
        this.folder = folder;
        this.prefix = prefix;
        this.after = after;
        this.most = most;
    }

    /** Shows all of them until enough were seen. Answers whether it came to the end. */
    boolean show(Predicate<Entry> visitor) {
        @Nullable Entry last = null;
        do {
            NavigableSet<Entry> next = behind(last);
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
    private NavigableSet<Entry> behind(@Nullable Entry last) {
        NavigableSet<Entry> first = new TreeSet<>();
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
            throw Unreadable.because(folder, requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw Unreadable.because(folder, e);
        }
        return first;
    }

    private static void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new LakeException(Trouble.TIMEOUT, "the run ended before the listing did");
        }
    }

    private Optional<Entry> read(Path path, String name) {
        return links.entry(folder.resolve(path.getFileName()), name).filter(entry -> !isRuledOut(entry.key()));
    }

    /** Before it is known whether a name is a file or a folder, which costs a question to the file system. */
    private boolean isWanted(String name) {
        return name.startsWith(prefix) && !(isRuledOut(name) && isRuledOut(name + "/"));
    }

    private boolean isRuledOut(String key) {
        boolean leadsThere = key.endsWith("/") && after.startsWith(key);
        return !after.isEmpty() && Entry.compareKeys(key, after) <= 0 && !leadsThere;
    }

    private static boolean mayBeBehind(@Nullable Entry last, String name) {
        return last == null || Entry.compareKeys(name + "/", last.key()) >= 0;
    }

    private boolean mayBeAmong(NavigableSet<Entry> first, String name) {
        return first.size() < most || Entry.compareKeys(name, first.last().key()) <= 0;
    }
}
