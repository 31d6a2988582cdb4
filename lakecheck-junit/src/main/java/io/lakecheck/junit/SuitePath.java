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

    /** Returns the path of a suite file, or empty if it doesn't exist. */
    static Optional<Path> of(String name) {
        return Optional.of(Path.of(name)).filter(Files::exists).or(() -> onClassPath(name));
    }

    /** Returns a phrase for the places in which a suite file is searched for. */
    static String places(String name) {
        Path file = Path.of(name);
        return file.isAbsolute() ? file.toString() : file.toAbsolutePath() + " or on the class path";
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
