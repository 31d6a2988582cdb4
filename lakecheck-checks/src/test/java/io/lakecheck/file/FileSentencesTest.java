// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lakecheck.Sentences;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the package's messages about local folders that can't be read. */
class FileSentencesTest {

    @TempDir
    private Path temporary;

    @Test
    void sentences_are_as_pinned() throws IOException {
        Path root = Files.createDirectory(temporary.resolve("lake"));
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.createFile(root.resolve("file"));
        link(root, "out/link", outside);
        link(root, "loop/link", root.resolve("loop"));
        link(root, "broken/link", root.resolve("nowhere"));

        new Sentences()
                .add("root is a file", message(root.resolve("file") + "/", ""))
                .add("root is not a URI", message("file:/my data/", ""))
                .add("link out of the lake", message(root + "/", "out/"))
                .add("link to its own parent", message(root + "/", "loop/"))
                .add("broken link", message(root + "/", "broken/"))
                .add("invalid folder name", message(root + "/", "../"))
                .add("access denied", message(folder -> {
                    throw new AccessDeniedException(folder.toString());
                }))
                .add("disk error", message(folder -> {
                    throw new IOException("Input/output error");
                }))
                .check("file");
    }

    private static void link(Path root, String name, Path target) throws IOException {
        Path link = root.resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
    }

    private String message(DirectoryOpener folders) {
        return message(lake(folders), temporary.resolve("lake") + "/", "");
    }

    private String message(String root, String prefix) {
        return message(lake(Files::newDirectoryStream), root, prefix);
    }

    private String message(FileLake lake, String root, String prefix) {
        return catchThrowableOfType(LakeException.class, () -> lake.list(KeyRange.of(root, prefix), object -> true))
                .getMessage()
                .replace(temporary.toString(), "/data");
    }

    private static FileLake lake(DirectoryOpener folders) {
        return new FileLake(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), folders, 100);
    }
}
