// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.value.Utf8Order;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;

/** A recursive listing that starts in the folder named by the prefix. Not thread-safe. */
final class DirectoryWalk {

    /**
     * The maximum nesting depth of folders, so that a walk through circular links ends. S3 keys can't be nested more
     * deeply, because they are limited to 1,024 bytes.
     */
    private static final int DEEPEST = 512;

    private final Path root;
    private final DirectoryOpener folders;
    private final Predicate<LakeObject> visitor;
    private final int mostNames;
    private final Deque<Path> open = new ArrayDeque<>();

    /**
     * @param visitor receives the objects; returns whether to continue
     * @param mostNames the maximum number of a folder's names to hold in memory
     */
    DirectoryWalk(Path root, DirectoryOpener folders, Predicate<LakeObject> visitor, int mostNames) {
        this.root = root;
        this.folders = folders;
        this.visitor = visitor;
        this.mostNames = mostNames;
    }

    /** Passes the objects in the range to the visitor. Returns false if the visitor stopped the walk. */
    boolean show(KeyRange range) {
        int end = range.prefix().lastIndexOf('/') + 1;
        String base = range.prefix().substring(0, end);
        Optional<ResolvedPath> path = ResolvedPath.to(root, base);
        Optional<String> after = remainder(range.after(), base);
        if (path.isEmpty() || after.isEmpty()) {
            return true;
        }
        open.addAll(path.get().ancestors());
        return folder(
                path.get().links(), path.get().folder(), base, range.prefix().substring(end), after.get());
    }

    /**
     * Returns the key, relative to a folder, after which the listing of the folder starts; empty if the whole folder
     * comes before {@code after}.
     */
    private static Optional<String> remainder(String after, String base) {
        if (after.startsWith(base)) {
            return Optional.of(after.substring(base.length()));
        }
        return Utf8Order.BYTES.compare(after, base) < 0 ? Optional.of("") : Optional.empty();
    }

    private boolean folder(SymlinkResolver links, Path real, String base, String prefix, String after) {
        enter(real, base);
        SortedEntries entries = new SortedEntries(folders, links, real, prefix, after, mostNames);
        if (!entries.show(entry -> entry(links, real, base, after, entry))) {
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
                        remainder(after, entry.key()).orElse(""))
                : visitor.test(new LakeObject(key, entry.bytes(), entry.modified(), ""));
    }

    private void enter(Path real, String base) {
        if (open.contains(real)) {
            throw FileErrors.unreadable(
                    root + "/" + base,
                    "is a link to its own parent folder " + FileErrors.display(real) + ". Remove the link.");
        }
        if (open.size() >= DEEPEST) {
            throw FileErrors.unreadable(
                    real, "is nested more than " + DEEPEST + " folders deep. Check for circular links.");
        }
        open.push(real);
    }
}
