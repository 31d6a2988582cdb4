// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The text files in the repository that the house rules apply to. */
final class MainSources {

    /** The root of the repository, which is the parent of the directory that the tests run in. */
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private MainSources() {}

    /** Returns the main Java sources of all modules that are released. */
    static List<Path> java() {
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(folder -> files(folder, ".java").stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the README and the pages of the documentation. */
    static List<Path> pages() {
        return Stream.concat(
                        Stream.of(REPOSITORY.resolve("README.md"), REPOSITORY.resolve("CONTRIBUTING.md")),
                        files(REPOSITORY.resolve("docs"), ".md").stream())
                .sorted()
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the path relative to the root of the repository, with slashes. */
    static String name(Path file) {
        return REPOSITORY.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
