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
record Links(Path root) {

    /**
     * What is there; empty where it was deleted meanwhile or is neither a file nor a folder.
     *
     * @throws io.lakecheck.LakeException where a link leads out of the root or nowhere, or it can't be read
     */
    Optional<Entry> entry(Path path, String name) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isSymbolicLink() ? behindLink(path, name) : entry(path.getFileName(), name, found);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw Unreadable.because(path, e);
        }
    }

    private Optional<Entry> behindLink(Path link, String name) throws IOException {
        Path target = followed(link);
        if (!target.startsWith(root)) {
            throw Unreadable.because(
                    link,
                    "is a link out of the lake, to " + Unreadable.shown(target) + "; put the data below "
                            + Unreadable.shown(root) + " or remove the link");
        }
        return entry(target, name, Files.readAttributes(target, BasicFileAttributes.class));
    }

    private static Path followed(Path link) throws IOException {
        try {
            return link.toRealPath();
        } catch (NoSuchFileException e) {
            if (Files.isSymbolicLink(link)) {
                throw Unreadable.because(link, "is a link to nothing; repair or remove it");
            }
            throw e;
        }
    }

    private static Optional<Entry> entry(Path place, String name, BasicFileAttributes found) {
        String key = found.isDirectory() ? name + "/" : name;
        return found.isOther()
                ? Optional.empty()
                : Optional.of(new Entry(
                        key, place, found.size(), found.lastModifiedTime().toInstant()));
    }
}
