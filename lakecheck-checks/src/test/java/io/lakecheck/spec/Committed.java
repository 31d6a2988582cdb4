// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are made from the vocabulary and kept in the repository: {@code -Dlakecheck.update=true} writes them anew. */
final class Committed {

    private static final boolean UPDATE = Boolean.getBoolean("lakecheck.update");

    private Committed() {}

    /** Fails where the file differs from what would be made now. */
    static void check(Path file, String made) throws IOException {
        if (UPDATE) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, made);
        }
        assertThat(file)
                .as("%s, which -Dlakecheck.update=true writes anew", file)
                .content()
                .isEqualTo(made);
    }
}
