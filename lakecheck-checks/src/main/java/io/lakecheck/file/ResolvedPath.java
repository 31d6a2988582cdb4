// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from a root down to a folder, through links that stay below the root.
 *
 * @param links of the root
 * @param folder where it leads, as a real path
 * @param passed the folders above, from the root on
 */
record ResolvedPath(SymlinkResolver links, Path folder, List<Path> passed) {

    /**
     * The way to a folder; empty where it isn't there.
     *
     * @param path of the folder below the root, with a slash at its end; empty for the root itself
     */
    static Optional<ResolvedPath> to(Path root, String path) {
        return real(root).flatMap(real -> new ResolvedPath(new SymlinkResolver(real), real, List.of()).down(path));
    }

    private static Optional<Path> real(Path root) {
        try {
            Path real = root.toRealPath();
            if (!Files.isDirectory(real)) {
                throw FileErrors.because(root, "is no folder; name the folder that the dated ones are in");
            }
            return Optional.of(real);
        } catch (NoSuchFileException absent) {
            if (Files.isSymbolicLink(root)) {
                throw FileErrors.because(root, "is a link to nothing; repair or remove it");
            }
            return Optional.empty();
        } catch (IOException e) {
            throw FileErrors.because(root, e);
        }
    }

    private Optional<ResolvedPath> down(String path) {
        Path end = folder;
        List<Path> above = new ArrayList<>();
        for (int from = 0; from < path.length(); ) {
            int slash = path.indexOf('/', from);
            String name = path.substring(from, slash);
            Optional<DirectoryEntry> entry = links.entry(child(end, name), name);
            if (entry.isEmpty() || !entry.get().isFolder()) {
                return Optional.empty();
            }
            above.add(end);
            end = end.resolve(entry.get().place());
            from = slash + 1;
        }
        return Optional.of(new ResolvedPath(links, end, above));
    }

    private static Path child(Path folder, String name) {
        String wrong = " can't be the name of a folder; write the dates so that every part of the path is a name";
        try {
            Path child = folder.resolve(name);
            boolean isName = !name.equals(".") && !name.equals("..") && folder.equals(child.getParent());
            if (!isName) {
                throw new LakeException(Reason.UNREADABLE, "'" + Display.visible(name) + "'" + wrong);
            }
            return child;
        } catch (InvalidPathException e) {
            throw new LakeException(Reason.UNREADABLE, "'" + Display.visible(name) + "'" + wrong, e);
        }
    }
}
