// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Words for what can't be read: which path, why, and what to do. */
final class FileErrors {

    private FileErrors() {}

    /** @param why goes on from the path and is safe to print: {@code is a link to nothing; remove it} */
    static LakeException because(Path path, String why) {
        return new LakeException(Reason.UNREADABLE, shown(path) + " " + why);
    }

    static LakeException because(Path path, IOException e) {
        return new LakeException(
                Reason.UNREADABLE,
                shown(path) + " can't be read (" + Display.visible(reason(e)) + "); " + remedy(e),
                e);
    }

    static String shown(Path path) {
        return Display.visible(path.toString());
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        return e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(e.getMessage());
    }

    private static String remedy(IOException e) {
        return e instanceof AccessDeniedException
                ? "let the user who runs this read it (for a folder: list and enter it)"
                : "repair the file system or take it out of the lake";
    }
}
