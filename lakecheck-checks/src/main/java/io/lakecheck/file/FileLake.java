// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;

/**
 * Local folders as a lake: {@code file:/data/kpi/}, {@code file:///data/kpi/}, or a plain path, absolute or relative to
 * the working directory. Every regular file is an object; its key is its path below the root with slashes between the
 * names. Folders are no objects, nor are pipes, sockets and devices.
 *
 * <p>Links are followed as long as they stay below the root. One that leads out of it, back to where it lies, or
 * nowhere, makes the listing {@linkplain io.lakecheck.lake.LakeException.Reason#UNREADABLE unreadable}, as does
 * anything else that can't be read. A file that is deleted while it is listed is not there. A name that is no valid
 * Unicode shows with replacement characters and counts all the same.
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
        // Files are dated by the machine's clock, also where a run is judged for another moment.
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
        if (DirectoryWalk.below(RootPath.of(range.root()), folders, pages::add, mostNames)
                .shows(range)) {
            pages.end();
        }
    }

    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        PageEmitter<DirectoryEntry> pages =
                new PageEmitter<>(visitor, entry -> !entry.isFolder() || visitor.onFolder(entry.folderName()), clock);
        Optional<SortedEntries> names = ResolvedPath.to(RootPath.of(root), path)
                .map(way -> new SortedEntries(folders, way.links(), way.folder(), "", "", mostNames));
        if (names.isEmpty() || names.get().show(pages::add)) {
            pages.end();
        }
    }
}
