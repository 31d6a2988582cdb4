// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.value.Display;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The words for a file that can't be read or written. */
final class FileProblem {

    private FileProblem() {}

    /** Returns the file and the reason: {@code target/lakecheck/index.html: access denied}. Safe to print. */
    static String describe(Path file, IOException e) {
        return Display.visible(file.toString()) + ": " + Display.visible(reason(e));
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file exists in place of the directory";
        }
        if (e instanceof NoSuchFileException) {
            return "no such directory";
        }
        return e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(e.getMessage());
    }
}
