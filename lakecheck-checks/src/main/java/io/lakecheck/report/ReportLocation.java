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
 * A folder before reports go to it: whether they can, and whether somebody else's file would be lost. Ours are known by
 * a mark at their head, for names such as {@code index.html} are anybody's. What is wrong is thrown as an
 * {@link UncheckedIOException} whose message says what to do.
 */
record ReportLocation(Path folder) {

    /** What stands at the head of each file that we write, and of nobody else's of that name. */
    static final Map<String, String> MARKS = Map.of(
            JsonReporter.FILE, JsonReporter.MARK,
            JUnitXmlReporter.FILE, JUnitXmlReporter.MARK,
            HtmlReporter.FILE, HtmlReporter.MARK,
            HtmlReporter.STYLES, HtmlReporter.STYLES_MARK,
            SummaryReporter.FILE, SummaryReporter.MARK,
            BacktestJson.FILE, BacktestJson.MARK);

    private static final int HEAD = 2048;

    private static final String REMEDY = "; name another folder (lakecheck.reportDirectory)";

    /** Nobody wants to hear at the end of a long run that its reports have no place. */
    void refuseUnfit() {
        Path nearest = folder.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (!Files.isDirectory(nearest) || !Files.isWritable(nearest)) {
            throw new UncheckedIOException(
                    "no report can be written to " + Display.visible(folder.toString()) + ": "
                            + Display.visible(nearest.toString())
                            + (Files.isDirectory(nearest) ? " may not be written to" : " is no folder") + REMEDY,
                    new AccessDeniedException(nearest.toString()));
        }
    }

    void refuseStranger(String name) {
        Path file = folder.resolve(name);
        if (Files.exists(file) && !isOurs(file, MARKS.getOrDefault(name, ""))) {
            throw new UncheckedIOException(
                    Display.visible(file.toString()) + " is no report of lakecheck, and would be lost" + REMEDY,
                    new FileAlreadyExistsException(file.toString()));
        }
    }

    private static boolean isOurs(Path file, String mark) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).contains(mark);
        } catch (NoSuchFileException gone) {
            // Another run is clearing up.
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
