// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Reporter;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder that a run's report files go to. Each file appears whole or not at all: it is written beside its place and
 * then moved there, so runs that share a folder can't mix and the last one wins.
 */
public final class ReportFolder {

    private static final List<String> FILES = List.of(
            JsonReporter.FILE, JUnitXmlReporter.FILE, HtmlReporter.FILE, HtmlReporter.STYLES, SummaryReporter.FILE);

    private final Path folder;

    public ReportFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * One reporter for each report.
     *
     * @param suite what people call the suite: {@code lakecheck.yml}
     */
    public List<Reporter> reporters(String suite) {
        return List.of(
                new JsonReporter(this),
                new JUnitXmlReporter(this),
                new HtmlReporter(this, suite),
                new SummaryReporter(this, suite));
    }

    /** How each dataset ended in the run whose report lies here; empty where none does that can be read. */
    public Optional<Map<String, Outcome>> lastOutcomes() {
        return PreviousOutcomes.outcomes(folder.resolve(JsonReporter.FILE));
    }

    /** Whether a page lies here that people can look at. */
    public boolean holdsPage() {
        return Files.isRegularFile(folder.resolve(HtmlReporter.FILE));
    }

    /**
     * Copies the reports that lie here.
     *
     * @throws UncheckedIOException where one can't be copied, or would take the place of somebody else's file; the
     *     message says which
     */
    public void copyTo(Path target) {
        FILES.forEach(new ReportLocation(target)::refuseStranger);
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try {
                if (Files.isRegularFile(file)) {
                    Files.createDirectories(target);
                    Files.copy(file, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("a report can't be copied: " + trouble(target.resolve(name), e), e);
            }
        }
    }

    /**
     * Takes away what earlier runs wrote, before this one does anything else: if it dies, no old report looks like its
     * own.
     *
     * @throws UncheckedIOException where one can't be deleted or is somebody else's, or no new one could be written;
     *     the message says what to do
     */
    public void clear() {
        ReportLocation place = new ReportLocation(folder);
        place.refuseUnfit();
        FILES.forEach(place::refuseStranger);
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (String name : FILES) {
            Path file = folder.resolve(name);
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "the report of an earlier run can't be deleted: " + trouble(file, e) + "; delete it", e);
            }
        }
        sweep();
    }

    private void sweep() {
        try {
            AtomicFile.sweep(folder, ReportLocation.MARKS.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException("the folder can't be read: " + trouble(folder, e), e);
        }
    }

    /**
     * Writes a file. Where that is not possible the notice fails the build: whoever reads reports must not miss this
     * one.
     */
    Notice write(String name, AtomicFile.Content content) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            AtomicFile.write(file, content);
            return new Notice(Notice.Level.INFO, "report: " + Display.visible(file.toString()));
        } catch (IOException e) {
            return new Notice(
                    Notice.Level.FAIL,
                    "report NOT written: " + trouble(file, e)
                            + "; make room there or name another folder (lakecheck.reportDirectory)");
        }
    }

    private static String trouble(Path file, IOException e) {
        return Display.visible(file.toString()) + " (" + Display.visible(why(e)) + ")";
    }

    private static String why(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is where the folder should be";
        }
        if (e instanceof NoSuchFileException) {
            return "there can be no such folder";
        }
        return e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(e.getMessage());
    }
}
