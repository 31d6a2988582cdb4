// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
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
 * A file that is written beside its place and then moved there, so that it appears whole or not at all. It is locked
 * while it is written: so the next run tells what a killed one left behind from what another is writing at this moment.
 */
final class AtomicFile {

    /** Writes one file's content; the same each time it is asked. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Between its making and its locking another run may take a draft for a left one. Nobody is so unlucky so often.
     */
    private static final int ATTEMPTS = 3;

    private static final Pattern NAME = Pattern.compile("\\.(.+)\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

    private AtomicFile() {}

    /** Writes a file whole, or leaves what was there. */
    static void write(Path file, Content content) throws IOException {
        for (int left = ATTEMPTS - 1; ; left--) {
            Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                fill(draft, content);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (NoSuchFileException taken) {
                if (left == 0) {
                    throw taken;
                }
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    private static void fill(Path draft, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            lock(channel);
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            content.to(out);
            out.flush();
            // A disk that is full may say so only here.
            channel.force(true);
        }
    }

    /** Until the channel is closed. */
    private static void lock(FileChannel channel) {
        try {
            channel.lock();
        } catch (OverlappingFileLockException | IOException unlocked) {
            // Someone takes it for a left one, and it will be written again; or this file system has no locks, and
            // nothing is swept there.
        }
    }

    /** Takes away the drafts of such files that nobody writes any more. One that can't be taken away harms nobody. */
    static void sweep(Path folder, Collection<String> names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> names.contains(draftOf(file))).forEach(AtomicFile::sweep);
        }
    }

    private static String draftOf(Path file) {
        Matcher draft = NAME.matcher(file.getFileName().toString());
        return draft.matches() ? draft.group(1) : "";
    }

    private static void sweep(Path draft) {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(draft);
            }
        } catch (OverlappingFileLockException | IOException beingWritten) {
            // By a run in this very process; or it is gone by now.
        }
    }
}
