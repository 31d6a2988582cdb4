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
 * Tells what stands behind a name, through links where they stay below the root.
 *
 * @param root its real path
 */
record SymlinkResolver(Path root) {

    /**
     * What is there; empty where it was deleted meanwhile or is neither a file nor a folder.
     *
     * @throws io.lakecheck.lake.LakeException where a link leads out of the root or nowhere, or it can't be read
     */
    Optional<DirectoryEntry> entry(Path path, String name) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isSymbolicLink() ? behindLink(path, name) : entry(path.getFileName(), name, found);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileErrors.because(path, e);
        }
    }

    private Optional<DirectoryEntry> behindLink(Path link, String name) throws IOException {
        Path target = followed(link);
        if (!target.startsWith(root)) {
            throw FileErrors.because(
                    link,
                    "is a link out of the lake, to " + FileErrors.shown(target) + "; put the data below "
                            + FileErrors.shown(root) + " or remove the link");
        }
        return entry(target, name, Files.readAttributes(target, BasicFileAttributes.class));
    }

    private static Path followed(Path link) throws IOException {
        try {
            return link.toRealPath();
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(link)) {
                throw FileErrors.because(link, "is a link to nothing; repair or remove it");
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
