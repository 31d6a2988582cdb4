// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;

/**
 * A lake of local folders: {@code file:/data/kpi/}, {@code file:///data/kpi/}, or a plain path, absolute or relative to
 * the working directory. Every regular file is an object; its key is its path below the root with slashes between the
 * names. Folders, pipes, sockets and devices are not objects.
 *
 * <p>Links are followed as long as they stay below the root. A link that leaves the root, points to its own parent
 * folder or is broken makes the listing {@linkplain io.lakecheck.lake.LakeException.Reason#UNREADABLE unreadable}, as
 * does anything else that can't be read. A file that is deleted during the listing is left out. A name that is not
 * valid Unicode is shown with replacement characters and counts like any other.
 *
 * <p>Safe for many threads. Holds at most a hundred thousand names of a folder at once; a larger one is read several
 * times.
 */
public final class FileLake implements Lake {

    private static final int MOST_NAMES = 100_000;

    private final Clock clock;
    private final DirectoryOpener folders;
    private final int mostNames;

    public FileLake() {
        // The machine's clock dates files, even if a run checks the lake at another point in time.
        this(Clock.systemUTC(), Files::newDirectoryStream, MOST_NAMES);
    }

    /** @param mostNames how many names of one folder to hold at once */
    FileLake(Clock clock, DirectoryOpener folders, int mostNames) {
        this.clock = clock;
        this.folders = folders;
        this.mostNames = mostNames;
    }

    @Override
    public void list(KeyRange range, Visitor visitor) {
        PageEmitter<LakeObject> pages = new PageEmitter<>(visitor, visitor::onObject, clock);
        if (new DirectoryWalk(RootPath.parse(range.root()), folders, pages::add, mostNames).show(range)) {
            pages.end();
        }
    }

    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        PageEmitter<DirectoryEntry> pages =
                new PageEmitter<>(visitor, entry -> !entry.isFolder() || visitor.onFolder(entry.folderName()), clock);
        Optional<SortedEntries> entries = ResolvedPath.to(RootPath.parse(root), path)
                .map(resolved -> new SortedEntries(folders, resolved.links(), resolved.folder(), "", "", mostNames));
        if (entries.isEmpty() || entries.get().show(pages::add)) {
            pages.end();
        }
    }
}
