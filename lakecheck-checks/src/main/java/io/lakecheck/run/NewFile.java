// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.value.Display;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is not there yet. It appears whole or not at all, and never over another: it is written beside its place
 * and then moved there.
 *
 * @param path where it is to be
 */
record NewFile(Path path) {

    /** @throws RunTask.Refused where something is there already */
    void check() {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw refused();
        }
    }

    /**
     * Answers where it was written.
     *
     * @throws RunTask.Refused where something is there by now, or it can't be written
     */
    String write(String text) {
        Path draft = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try {
                Files.writeString(draft, text, StandardOpenOption.CREATE_NEW);
                Files.move(draft, path);
            } finally {
                Files.deleteIfExists(draft);
            }
            return "suite: " + Display.visible(path.toString());
        } catch (FileAlreadyExistsException e) {
            throw refused();
        } catch (NoSuchFileException e) {
            throw new RunTask.Refused("the suite can't be written to " + Display.visible(path.toString())
                    + ": its folder is not there; make it, or name another file in lakecheck.write");
        } catch (IOException e) {
            throw new RunTask.Refused("the suite can't be written to " + Display.visible(path.toString()) + " ("
                    + Display.visible(String.valueOf(e)) + "); name another file in lakecheck.write");
        }
    }

    private RunTask.Refused refused() {
        return new RunTask.Refused(
                Display.visible(path.toString())
                        + " is there already, and is never written over; name another file in lakecheck.write, or move it away");
    }
}
