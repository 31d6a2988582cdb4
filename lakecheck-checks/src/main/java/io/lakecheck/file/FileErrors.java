// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Creates exceptions for paths that can't be read. Their messages state the path, the reason and the remedy. */
final class FileErrors {

    private FileErrors() {}

    /**
     * @param problem the rest of a sentence that starts with the path, for example {@code is a broken symbolic link.
     *     Repair or remove the link.}; must be safe to print
     */
    static LakeException unreadable(Path path, String problem) {
        return unreadable(path.toString(), problem);
    }

    /** @param problem the rest of a sentence that starts with the path; must be safe to print */
    static LakeException unreadable(String path, String problem) {
        return new LakeException(Reason.UNREADABLE, Display.visible(path) + " " + problem);
    }

    static LakeException brokenLink(Path path) {
        return unreadable(path, "is a broken symbolic link. Repair or remove it.");
    }

    static LakeException unreadable(Path path, IOException e) {
        String problem = e instanceof AccessDeniedException
                ? "access denied to " + display(path)
                        + ". Grant read access to the user that runs lakecheck. Folders also need execute permission."
                : display(path) + " can't be read: " + Display.visible(reason(e))
                        + ". Repair the file system, or move the file out of the lake.";
        return new LakeException(Reason.UNREADABLE, problem, e);
    }

    static String display(Path path) {
        return Display.visible(path.toString());
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(e.getMessage());
    }
}
