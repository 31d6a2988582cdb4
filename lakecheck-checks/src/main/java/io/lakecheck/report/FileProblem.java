// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.value.Display;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Describes why a file can't be read or written, and what to do about it. */
final class FileProblem {

    private FileProblem() {}

    /**
     * Returns the file's path and the reason, such as {@code target/lakecheck/index.html: access denied}. The result is
     * safe to print.
     */
    static String describe(Path file, IOException e) {
        return Display.visible(file.toString()) + ": " + Display.visible(reason(e));
    }

    /** Returns the remedy as a sentence without the final period, such as {@code Make the directory writable}. */
    static String remedy(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "Make the directory writable";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "Delete that file";
        }
        return reason(e).contains("No space left") ? "Free some disk space" : "Fix the cause";
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is a file, not a directory";
        }
        if (e instanceof NoSuchFileException) {
            return "no such directory";
        }
        return e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(e.getMessage());
    }
}
