// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.spec.Origin;
import io.lakecheck.spec.Problem;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.spec.SuiteProblemsException;
import io.lakecheck.spec.Variables;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The zip file of a Lambda function that checks a project's suite: lakecheck's own zip file, to which the suite and the
 * files that it refers to are added. Reproducible: the same input results in the same bytes.
 *
 * @param function lakecheck's zip file
 * @param suite the suite file
 */
record FunctionPackage(Path function, Path suite) {

    private static final String SUITE = "lakecheck.yml";

    /**
     * Validates the suite and writes the zip file, replacing any existing one.
     *
     * @param variables returns the value of a variable in the suite, or empty if it is not set
     * @throws SuiteProblemsException if the suite is invalid, or refers to files outside of its directory
     * @throws UncheckedIOException if a file can't be read or written
     */
    void write(Path target, Variables variables) {
        SuiteFile.read(suite, variables);
        Map<String, Path> added = added(SuiteFile.references(suite, variables));
        try {
            Path folder = folder(target);
            Files.createDirectories(folder);
            // Not createTempFile, because only the owner may read what it creates.
            Path temporary = folder.resolve(
                    "lakecheck-function-" + ProcessHandle.current().pid() + ".tmp");
            try {
                copy(temporary, added);
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the function's zip file can't be written (" + Display.visible(String.valueOf(e)) + "). Make "
                            + Display.visible(target.toString()) + " writable, or set lakecheck.functionFile.",
                    e);
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), "the path is that of a file");
    }

    private Map<String, Path> added(List<String> references) {
        Path folder = folder(suite);
        Map<String, Path> added = new TreeMap<>(Map.of(SUITE, suite));
        for (String reference : references) {
            Path file = folder.resolve(reference).normalize();
            if (!file.startsWith(folder) || Path.of(reference).isAbsolute()) {
                throw new SuiteProblemsException(
                        List.of(
                                new Problem(
                                        Origin.of(suite.toString()),
                                        "the holiday file " + Display.visible(reference)
                                                + " is outside the suite's folder",
                                        "Move it into that folder, because the function's zip file contains no files from elsewhere.")));
            }
            added.put(folder.relativize(file).toString().replace('\\', '/'), file);
        }
        return added;
    }

    private void copy(Path target, Map<String, Path> added) throws IOException {
        try (ZipFile from = new ZipFile(function.toFile());
                OutputStream file = Files.newOutputStream(target);
                ZipOutputStream to = new ZipOutputStream(file)) {
            LocalDateTime time = LocalDateTime.of(1980, 1, 1, 0, 0);
            for (ZipEntry entry : from.stream().toList()) {
                time = entry.getTimeLocal();
                try (InputStream content = from.getInputStream(entry)) {
                    add(to, entry.getName(), time, content);
                }
            }
            for (Map.Entry<String, Path> each : added.entrySet()) {
                try (InputStream content = Files.newInputStream(each.getValue())) {
                    add(to, each.getKey(), time, content);
                }
            }
        }
    }

    private static void add(ZipOutputStream to, String name, LocalDateTime time, InputStream content)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        to.putNextEntry(entry);
        content.transferTo(to);
        to.closeEntry();
    }
}
