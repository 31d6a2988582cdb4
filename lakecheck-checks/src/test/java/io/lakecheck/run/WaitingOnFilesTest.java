// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.file.FileLake;
import io.lakecheck.lake.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.io.TempDir;

class WaitingOnFilesTest extends WaitingContract {

    @TempDir
    Path folder;

    @Override
    String root() {
        return folder + "/";
    }

    @Override
    Lake lake() {
        return new FileLake();
    }

    @Override
    void put(String key, String content) {
        try {
            Path file = folder.resolve(key);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            Files.setLastModifiedTime(file, FileTime.from(time.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
