// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.KeyRange;
import io.lakecheck.LakeException;
import io.lakecheck.LakeException.Trouble;
import io.lakecheck.LakeObject;
import io.lakecheck.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One listing: goes straight to the folder that a prefix names and from there through every folder below. For one thread. */
final class Walk {

    /** No key of S3 nests deeper, and neither does a walk through links that never come back. */
    private static final int DEEPEST = 512;

    private final Path root;
    private final Folders folders;
    private final Pages pages;
    private final int window;
    private final Deque<Path> open = new ArrayDeque<>();

    private Walk(Path root, Folders folders, Pages pages, int window) {
        this.root = root;
        this.folders = folders;
        this.pages = pages;
        this.window = window;
    }

    /** @param window how many names of a folder to hold at once */
    static Walk below(Path root, Folders folders, Pages pages, int window) {
        return new Walk(root, folders, pages, window);
    }

    /** Shows the range to the pages. Answers whether it came to its end, and was not told before to stop. */
    boolean shows(KeyRange range) {
        Optional<Path> top = real(root);
        if (top.isEmpty()) {
            return true;
        }
        Links links = new Links(top.get());
        int end = range.prefix().lastIndexOf('/') + 1;
        String base = range.prefix().substring(0, end);
        Optional<Path> start = descend(links, base);
        Optional<String> after = behind(range.after(), base);
        return start.isEmpty()
                || after.isEmpty()
                || folder(links, start.get(), base, range.prefix().substring(end), after.get());
    }

    private static Optional<Path> real(Path root) {
        try {
            Path real = root.toRealPath();
            if (!Files.isDirectory(real)) {
                throw Unreadable.because(root, "is no folder; name the folder that the dated ones are in");
            }
            return Optional.of(real);
        } catch (NoSuchFileException absent) {
            if (Files.isSymbolicLink(root)) {
                throw Unreadable.because(root, "is a link to nothing; repair or remove it");
            }
            return Optional.empty();
        } catch (IOException e) {
            throw Unreadable.because(root, e);
        }
    }

    /** The folder below the root that a path ending with a slash names; empty where it isn't there. */
    private Optional<Path> descend(Links links, String path) {
        Path folder = links.root();
        for (int from = 0; from < path.length(); ) {
            int slash = path.indexOf('/', from);
            String name = path.substring(from, slash);
            Optional<Entry> entry = links.entry(child(folder, name), name);
            if (entry.isEmpty() || !entry.get().isFolder()) {
                return Optional.empty();
            }
            open.push(folder);
            folder = folder.resolve(entry.get().place());
            from = slash + 1;
        }
        return Optional.of(folder);
    }

    private static Path child(Path folder, String name) {
        String wrong = " can't be the name of a folder; write the dates so that every part of the path is a name";
        try {
            Path child = folder.resolve(name);
            boolean isName = !name.equals(".") && !name.equals("..") && folder.equals(child.getParent());
            if (!isName) {
                throw new LakeException(Trouble.UNREADABLE, "'" + Text.visible(name) + "'" + wrong);
            }
            return child;
        } catch (InvalidPathException e) {
            throw new LakeException(Trouble.UNREADABLE, "'" + Text.visible(name) + "'" + wrong, e);
        }
    }

    /** What is left of {@code after} in a folder; empty where the whole folder comes before it. */
    private static Optional<String> behind(String after, String base) {
        if (after.startsWith(base)) {
            return Optional.of(after.substring(base.length()));
        }
        return Entry.compareKeys(after, base) < 0 ? Optional.of("") : Optional.empty();
    }

    private boolean folder(Links links, Path real, String base, String prefix, String after) {
        enter(real, base);
        Names names = new Names(folders, links, real, prefix, after, window);
        @Nullable Entry last = null;
        do {
            NavigableSet<Entry> next = names.behind(last);
            last = next.size() < window ? null : next.last();
            while (!next.isEmpty()) {
                if (!entry(links, real, base, after, next.pollFirst())) {
                    return false;
                }
            }
        } while (last != null);
        open.pop();
        return true;
    }

    private boolean entry(Links links, Path real, String base, String after, Entry entry) {
        String key = base + entry.key();
        return entry.isFolder()
                ? folder(
                        links,
                        real.resolve(entry.place()),
                        key,
                        "",
                        behind(after, entry.key()).orElse(""))
                : pages.add(new LakeObject(key, entry.bytes(), entry.modified(), ""));
    }

    private void enter(Path real, String base) {
        if (open.contains(real)) {
            throw new LakeException(
                    Trouble.UNREADABLE,
                    Text.visible(root + "/" + base) + " is a link back to " + Unreadable.shown(real)
                            + ", which it lies in; remove it");
        }
        if (open.size() >= DEEPEST) {
            throw Unreadable.because(real, "is nested deeper than " + DEEPEST + " folders; look for links in a circle");
        }
        open.push(real);
    }
}
