// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A lake in a local directory. If past days are replayed, the files get the modification times that they would have had
 * then.
 */
final class LocalLake implements Target {

    private final Path root;
    private final boolean replay;

    private LocalLake(Path root, boolean replay) {
        this.root = root;
        this.replay = replay;
    }

    static LocalLake in(Path root) {
        return new LocalLake(root, false);
    }

    /**
     * Returns a lake for replaying past days. Each file gets a modification time as if the job had run on the morning
     * after its day and written one file per second. With their actual modification times, all files would be months
     * late.
     */
    static LocalLake replaying(Path root) {
        return new LocalLake(root, true);
    }

    @Override
    public void publish(Partition partition) throws IOException {
        Path folder = root.resolve(partition.folder());
        Files.createDirectories(folder);
        clear(folder);
        Instant time = partition.day().jobStart();
        for (Output output : partition.outputs()) {
            Path file = Files.copy(output.content(), folder.resolve(output.name()));
            time = time.plusSeconds(1);
            if (replay) {
                Files.setLastModifiedTime(file, FileTime.from(time.plus(output.late())));
            } else if (!output.late().equals(Duration.ZERO)) {
                throw new IllegalArgumentException(file + " can only be late in a replay");
            }
        }
    }

    /**
     * Deletes all files in a folder, the marker first, so that readers don't mistake a partly deleted partition for a
     * complete one.
     */
    private static void clear(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(Partition.MARKER));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
