// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes files so that each appears either complete or not at all. The content is first written to a temporary file in
 * the same directory; then the file is moved into place. A temporary file is locked while it is being written, so that
 * other runs can distinguish it from the leftovers of a killed run.
 */
public final class AtomicFile {

    /** The content of a file. It may be written more than once and must be the same each time. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The maximum number of attempts to write a file. More than one may be needed, because another run may delete the
     * temporary file before it is locked.
     */
    private static final int ATTEMPTS = 3;

    private static final Pattern TEMPORARY =
            Pattern.compile("\\.(.+)\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

    private AtomicFile() {}

    /** Writes a file, replacing any existing one. If writing fails, the existing file is left unchanged. */
    static void write(Path file, Content content) throws IOException {
        write(file, content, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Writes a new file.
     *
     * @throws FileAlreadyExistsException if the file exists; it is left unchanged
     */
    public static void create(Path file, Content content) throws IOException {
        write(file, content, new CopyOption[0]);
    }

    private static void write(Path file, Content content, CopyOption... move) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                fill(temporary, content);
                Files.move(temporary, file, move);
                return;
            } catch (NoSuchFileException deleted) {
                if (attempt == ATTEMPTS) {
                    throw deleted;
                }
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }

    private static void fill(Path temporary, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            lock(channel);
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.writeTo(out);
            out.flush();
            // Some file systems don't report a full disk until this call.
            channel.force(true);
        }
    }

    /** Locks the file until the channel is closed. */
    private static void lock(FileChannel channel) {
        try {
            channel.lock();
        } catch (OverlappingFileLockException | IOException unlocked) {
            // Either another run is about to delete this file as a leftover, in which case write() tries again, or the
            // file system does not support locks, in which case no run deletes leftovers.
        }
    }

    /**
     * Deletes temporary files that are left in the directory from runs that were killed, except those that can't be
     * deleted.
     *
     * @param names the final names of the files that the runs were writing
     */
    static void deleteLeftovers(Path folder, Collection<String> names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> names.contains(finalName(file))).forEach(AtomicFile::deleteUnlocked);
        }
    }

    private static String finalName(Path file) {
        Matcher temporary = TEMPORARY.matcher(file.getFileName().toString());
        return temporary.matches() ? temporary.group(1) : "";
    }

    private static void deleteUnlocked(Path temporary) {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (OverlappingFileLockException | IOException inUse) {
            // For example, another run in this process is writing the file, or the file was deleted in the meantime.
        }
    }
}
