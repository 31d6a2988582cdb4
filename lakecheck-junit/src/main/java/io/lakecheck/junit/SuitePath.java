// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Locates suite files: first relative to the working directory, which build tools and IDEs set to the module's
 * directory, then on the class path.
 */
final class SuitePath {

    private SuitePath() {}

    /**
     * Returns the path of a suite file. If the file doesn't exist, the name itself is returned as a path, and reading
     * it will fail.
     */
    static Path of(String name) {
        Path path = Path.of(name);
        return Files.exists(path) ? path : onClassPath(name).orElse(path);
    }

    private static Optional<Path> onClassPath(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Optional.ofNullable(loader.getResource(name))
                .map(URL::toString)
                .map(URI::create)
                .filter(uri -> "file".equals(uri.getScheme()))
                .map(Path::of);
    }
}
