// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The directory for a run's reports, before they are written. The methods check that the directory is writable and that
 * only files written by lakecheck would be replaced. If a check fails, they throw an {@link UncheckedIOException} whose
 * message names the remedy. lakecheck recognizes its own files by a mark near their beginning, because names such as
 * {@code index.html} are common.
 */
record ReportLocation(Path folder) {

    /** For each file name, a string that lakecheck writes near the beginning of the file. */
    static final Map<String, String> MARKS = Map.of(
            JsonReporter.FILE, JsonReporter.MARK,
            JUnitXmlReporter.FILE, JUnitXmlReporter.MARK,
            HtmlReporter.FILE, HtmlReporter.MARK,
            HtmlReporter.STYLES, HtmlReporter.STYLES_MARK,
            SummaryReporter.FILE, SummaryReporter.MARK,
            BacktestJson.FILE, BacktestJson.MARK);

    private static final int HEAD_BYTES = 2048;

    private static final String REMEDY = ". Set lakecheck.reportDirectory to another directory.";

    /** Checks that reports can be written to the directory, so that a long run does not fail at its end. */
    void requireWritable() {
        Path nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            throw new UncheckedIOException(
                    "can't write reports to " + Display.visible(folder.toString()) + ": "
                            + Display.visible(nearest.toString())
                            + (Files.isDirectory(nearest) ? " is not writable" : " is not a directory") + REMEDY,
                    new AccessDeniedException(nearest.toString()));
        }
    }

    /** Checks that the file does not exist or was written by lakecheck. */
    void requireOwn(String name) {
        requireOwn(name, MARKS.getOrDefault(name, ""));
    }

    /** Checks that the file does not exist or contains the given mark near its beginning. */
    void requireOwn(String name, String mark) {
        Path file = folder.resolve(name);
        if (Files.exists(file) && !isOwn(file, mark)) {
            throw new UncheckedIOException(
                    Display.visible(file.toString()) + " was not written by lakecheck and would be overwritten"
                            + REMEDY,
                    new FileAlreadyExistsException(file.toString()));
        }
    }

    private static boolean isOwn(Path file, String mark) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8).contains(mark);
        } catch (NoSuchFileException deleted) {
            // Another run has just deleted its old reports, so nothing is overwritten.
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
