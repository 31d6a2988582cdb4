// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the repository that is generated from the code by tests. Run them with {@code -Dlakecheck.update=true} to
 * rewrite it.
 */
public final class GeneratedFile {

    private static final boolean UPDATE = Boolean.getBoolean("lakecheck.update");

    private GeneratedFile() {}

    /** Fails if the file differs from {@code generated}. */
    public static void check(Path file, String generated) {
        try {
            if (UPDATE) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, generated);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(file)
                .as("%s is out of date. Run this test with -Dlakecheck.update=true to rewrite it.", file)
                .content()
                .isEqualTo(generated);
    }
}
