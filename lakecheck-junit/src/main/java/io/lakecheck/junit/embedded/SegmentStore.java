// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores bytes: in memory up to a limit, and after that in files in a temporary folder. Thread-safe. */
final class SegmentStore implements AutoCloseable {

    private static final int SEGMENT_BYTES = 1024 * 1024;

    private final AtomicLong freeMemory;

    private @Nullable Path folder;

    SegmentStore(long memoryLimit) {
        this.freeMemory = new AtomicLong(memoryLimit);
    }

    /**
     * Reads a stream to its end and stores its bytes.
     *
     * @return the content; the caller must release it
     */
    Content read(InputStream in) throws IOException {
        List<Segment> segments = new ArrayList<>();
        boolean isComplete = false;
        try {
            byte[] bytes = in.readNBytes(SEGMENT_BYTES);
            while (bytes.length > 0) {
                if (freeMemory.addAndGet(-bytes.length) < 0) {
                    freeMemory.addAndGet(bytes.length);
                    segments.add(file(bytes, in));
                } else {
                    segments.add(new HeapSegment(bytes, freeMemory));
                }
                bytes = in.readNBytes(SEGMENT_BYTES);
            }
            isComplete = true;
            return new Content(segments);
        } finally {
            if (!isComplete) {
                segments.forEach(Segment::release);
            }
        }
    }

    /**
     * Writes bytes and the rest of a stream to a file.
     *
     * @param first the bytes that have already been read from the stream
     */
    private Segment file(byte[] first, InputStream rest) throws IOException {
        Path file = Files.createTempFile(folder(), "object", "");
        boolean isComplete = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(first);
            long size = first.length + rest.transferTo(out);
            isComplete = true;
            return new FileSegment(file, size);
        } finally {
            if (!isComplete) {
                Files.deleteIfExists(file);
            }
        }
    }

    synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("lakecheck-s3-");
        }
        return folder;
    }

    /** Deletes the temporary folder with all files. */
    @Override
    public synchronized void close() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the temporary folder " + folder, e);
        }
    }
}
