// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;

/**
 * A lake that consists of local folders. A root is a URI such as {@code file:/data/kpi/} or {@code file:///data/kpi/},
 * or a plain path, which may be relative to the working directory. Every regular file is an object; its key is its path
 * relative to the root, with slashes between the names. Folders, pipes, sockets and devices are not objects.
 *
 * <p>Symbolic links are followed if their targets are under the root. A link that leaves the root, points to its own
 * parent folder or is broken makes the listing fail with the reason
 * {@link io.lakecheck.lake.LakeException.Reason#UNREADABLE UNREADABLE}, and so does anything else that can't be read.
 * Files that are deleted during the listing are left out. Names that are not valid Unicode are shown with replacement
 * characters.
 *
 * <p>Thread-safe. At most 100,000 names in a folder are held in memory; larger folders are read several times.
 */
public final class FileLake implements Lake {

    private static final int MOST_NAMES = 100_000;

    private final Clock clock;
    private final DirectoryOpener folders;
    private final int mostNames;

    public FileLake() {
        // Always the system clock, even if a run checks a past date, because file times come from that clock.
        this(Clock.systemUTC(), Files::newDirectoryStream, MOST_NAMES);
    }

    /** @param mostNames the maximum number of a folder's names to hold in memory */
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
