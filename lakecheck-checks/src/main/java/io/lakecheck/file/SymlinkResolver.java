// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Reads the attributes of files and folders. Follows symbolic links unless they lead outside the root.
 *
 * @param root the root's real path
 */
record SymlinkResolver(Path root) {

    /**
     * Reads an entry. The result is empty if the entry has been deleted or is neither a file nor a folder.
     *
     * @throws io.lakecheck.lake.LakeException if a link leaves the root or is broken, or the path can't be read
     */
    Optional<DirectoryEntry> entry(Path path, String name) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isSymbolicLink() ? follow(path, name) : entry(path.getFileName(), name, found);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileErrors.unreadable(path, e);
        }
    }

    private Optional<DirectoryEntry> follow(Path link, String name) throws IOException {
        Path target = target(link);
        if (!target.startsWith(root)) {
            throw FileErrors.unreadable(
                    link,
                    "is a link that points outside the lake, to " + FileErrors.display(target) + ". Move the data into "
                            + FileErrors.display(root) + ", or remove the link.");
        }
        return entry(target, name, Files.readAttributes(target, BasicFileAttributes.class));
    }

    private static Path target(Path link) throws IOException {
        try {
            return link.toRealPath();
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(link)) {
                throw FileErrors.brokenLink(link);
            }
            throw e;
        }
    }

    private static Optional<DirectoryEntry> entry(Path place, String name, BasicFileAttributes found) {
        String key = found.isDirectory() ? name + "/" : name;
        return found.isOther()
                ? Optional.empty()
                : Optional.of(new DirectoryEntry(
                        key, place, found.size(), found.lastModifiedTime().toInstant()));
    }
}
