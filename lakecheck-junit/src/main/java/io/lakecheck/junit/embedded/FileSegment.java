// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A segment in a temporary file. */
final class FileSegment extends Segment {

    private final Path file;
    private final long size;

    FileSegment(Path file, long size) {
        this.file = file;
        this.size = size;
    }

    @Override
    long size() {
        return size;
    }

    @Override
    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    void free() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
