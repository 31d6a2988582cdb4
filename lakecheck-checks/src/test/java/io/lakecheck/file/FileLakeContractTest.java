// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class FileLakeContractTest extends LakeContract {

    @TempDir
    private Path folder;

    @Override
    protected String root() {
        return folder + "/";
    }

    @Override
    protected Lake holding(Map<String, Integer> objects) throws IOException {
        for (Map.Entry<String, Integer> object : objects.entrySet()) {
            Path file = folder.resolve(object.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[object.getValue()]);
        }
        return new FileLake();
    }
}
