// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.value.Display;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One listing: goes straight to the folder that a prefix names and from there through every folder below. For one
 * thread.
 */
final class DirectoryWalk {

    /** No key of S3 nests deeper, and neither does a walk through links that never come back. */
    private static final int DEEPEST = 512;

    private final Path root;
    private final DirectoryOpener folders;
    private final Predicate<LakeObject> visitor;
    private final int window;
    private final Deque<Path> open = new ArrayDeque<>();

    private DirectoryWalk(Path root, DirectoryOpener folders, Predicate<LakeObject> visitor, int window) {
        this.root = root;
        this.folders = folders;
        this.visitor = visitor;
        this.window = window;
    }

    /**
     * @param visitor answers whether more are wanted
     * @param window how many names of a folder to hold at once
     */
    static DirectoryWalk below(Path root, DirectoryOpener folders, Predicate<LakeObject> visitor, int window) {
        return new DirectoryWalk(root, folders, visitor, window);
    }

    /** Shows the range to the visitor. Answers whether it came to its end, and was not told before to stop. */
    boolean shows(KeyRange range) {
        int end = range.prefix().lastIndexOf('/') + 1;
        String base = range.prefix().substring(0, end);
        Optional<ResolvedPath> way = ResolvedPath.to(root, base);
        Optional<String> after = behind(range.after(), base);
        if (way.isEmpty() || after.isEmpty()) {
            return true;
        }
        open.addAll(way.get().passed());
        return folder(
                way.get().links(), way.get().folder(), base, range.prefix().substring(end), after.get());
    }

    /** What is left of {@code after} in a folder; empty where the whole folder comes before it. */
    private static Optional<String> behind(String after, String base) {
        if (after.startsWith(base)) {
            return Optional.of(after.substring(base.length()));
        }
        return DirectoryEntry.compareKeys(after, base) < 0 ? Optional.of("") : Optional.empty();
    }

    private boolean folder(SymlinkResolver links, Path real, String base, String prefix, String after) {
        enter(real, base);
        SortedEntries names = new SortedEntries(folders, links, real, prefix, after, window);
        if (!names.show(entry -> entry(links, real, base, after, entry))) {
            return false;
        }
        open.pop();
        return true;
    }

    private boolean entry(SymlinkResolver links, Path real, String base, String after, DirectoryEntry entry) {
        String key = base + entry.key();
        return entry.isFolder()
                ? folder(
                        links,
                        real.resolve(entry.place()),
                        key,
                        "",
                        behind(after, entry.key()).orElse(""))
                : visitor.test(new LakeObject(key, entry.bytes(), entry.modified(), ""));
    }

    private void enter(Path real, String base) {
        if (open.contains(real)) {
            throw new LakeException(
                    Reason.UNREADABLE,
                    Display.visible(root + "/" + base) + " is a link back to " + FileErrors.shown(real)
                            + ", which it lies in; remove it");
        }
        if (open.size() >= DEEPEST) {
            throw FileErrors.because(real, "is nested deeper than " + DEEPEST + " folders; look for links in a circle");
        }
        open.push(real);
    }
}
