// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.report.AtomicFile;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A suite file that does not exist yet. An existing file is never overwritten.
 *
 * @param path the file's path
 */
record NewSuiteFile(Path path) {

    /** @throws RunRejectedException if the file exists */
    void requireAbsent() {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw alreadyExists();
        }
    }

    /** @throws RunRejectedException if the file was created in the meantime, or can't be written */
    void write(String text) {
        try {
            AtomicFile.create(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (FileAlreadyExistsException e) {
            throw alreadyExists();
        } catch (NoSuchFileException e) {
            throw new RunRejectedException("suite NOT written to " + visiblePath()
                    + ": its directory does not exist. Create the directory, or set lakecheck.write to another file.");
        } catch (IOException e) {
            throw new RunRejectedException("suite NOT written to " + visiblePath() + ": " + reason(e)
                    + ". Set lakecheck.write to another file.");
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        return Display.visible(
                e instanceof FileSystemException known && known.getReason() != null
                        ? known.getReason()
                        : String.valueOf(e.getMessage()));
    }

    String visiblePath() {
        return Display.visible(path.toString());
    }

    private RunRejectedException alreadyExists() {
        return new RunRejectedException(
                visiblePath()
                        + " already exists and will not be overwritten. Set lakecheck.write to another file, or move this one.");
    }
}
