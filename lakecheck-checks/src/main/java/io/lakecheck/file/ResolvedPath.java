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
import org.jspecify.annotations.Nullable;

/**
 * A folder under a root, reached through links that do not leave the root.
 *
 * @param links resolves links under the root
 * @param folder the folder's real path
 * @param ancestors the real paths of the folders above it, starting with the root
 */
record ResolvedPath(SymlinkResolver links, Path folder, List<Path> ancestors) {

    /**
     * Resolves a folder. The result is empty if the folder doesn't exist.
     *
     * @param path the folder's path relative to the root, ending with a slash; empty for the root itself
     */
    static Optional<ResolvedPath> to(Path root, String path) {
        return real(root).flatMap(real -> new ResolvedPath(new SymlinkResolver(real), real, List.of()).down(path));
    }

    private static Optional<Path> real(Path root) {
        try {
            Path real = root.toRealPath();
            if (!Files.isDirectory(real)) {
                throw FileErrors.unreadable(
                        root, "is not a folder. Set the location to the folder that contains the dated folders.");
            }
            return Optional.of(real);
        } catch (NoSuchFileException absent) {
            if (Files.isSymbolicLink(root)) {
                throw FileErrors.brokenLink(root);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw FileErrors.unreadable(root, e);
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
        try {
            Path child = folder.resolve(name);
            boolean isName = !name.equals(".") && !name.equals("..") && folder.equals(child.getParent());
            if (!isName) {
                throw invalidName(name, null);
            }
            return child;
        } catch (InvalidPathException e) {
            throw invalidName(name, e);
        }
    }

    private static LakeException invalidName(String name, @Nullable InvalidPathException cause) {
        return new LakeException(
                Reason.UNREADABLE,
                "invalid folder name '" + Display.visible(name)
                        + "'. Correct the location so that every part of the path is a valid name.",
                cause);
    }
}
