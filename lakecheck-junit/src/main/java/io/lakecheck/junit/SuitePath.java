// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds suite files: from the working directory, which build tools and IDEs set to the module's folder, else on the
 * class path.
 */
final class SuitePath {

    private SuitePath() {}

    /** The path as it is where it is in neither place, for the reader to say so. */
    static Path of(String name) {
        Path here = Path.of(name);
        return Files.exists(here) ? here : onClassPath(name).orElse(here);
    }

    private static Optional<Path> onClassPath(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Optional.ofNullable(loader.getResource(name))
                .map(URL::toString)
                .map(URI::create)
                .filter(found -> "file".equals(found.getScheme()))
                .map(Path::of);
    }
}
